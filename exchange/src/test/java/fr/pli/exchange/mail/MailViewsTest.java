package fr.pli.exchange.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.testing.ExchangeTest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** What every feature that writes mails owes to their readers. */
@ExchangeTest
@Tag("N-5")
class MailViewsTest {

    @Autowired
    List<MailView> views;

    @Autowired
    MessageSource sentences;

    @Test
    void everyMailHasTextAndHtmlAndASubjectInBothLanguages() {
        var seen = new HashSet<String>();
        for (MailView view : views) {
            String template = view.template();
            assertThat(seen.add(template)).as("two views for " + template).isTrue();
            for (String ending : List.of(".txt", ".html")) {
                assertThat(getClass().getResource("/mails/" + template + ending))
                        .as("mails/" + template + ending)
                        .isNotNull();
            }
            String code = "mail." + template + ".subject";
            String french = sentences.getMessage(code, new Object[] {"a", "b", "c"}, null, Locale.FRENCH);
            String english = sentences.getMessage(code, new Object[] {"a", "b", "c"}, null, Locale.ENGLISH);
            assertThat(french).as(code).isNotNull();
            assertThat(english).as(code).isNotNull().isNotEqualTo(french);
        }
    }
}
