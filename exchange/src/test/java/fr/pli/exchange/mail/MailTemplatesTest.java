package fr.pli.exchange.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.platform.Institution;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.context.support.StaticApplicationContext;

@Tag("N-5")
class MailTemplatesTest {

    @TempDir
    Path folder;

    @Test
    void aFileOfTheAdministratorReplacesAShippedOneAndTheOthersStay() throws Exception {
        Files.writeString(folder.resolve("test.html"), "<p>Tribunal : <b th:text=\"${said}\">x</b></p>");
        MailTemplates templates = templates(folder);
        assertThat(templates.html("test", model(), Locale.FRENCH)).contains("<p>Tribunal : <b>&lt;a&gt;</b></p>");
        assertThat(templates.text("test", model(), Locale.FRENCH))
                .contains("<a>")
                .doesNotContain("Tribunal :");
    }

    @Test
    void theFrameMayBeReplacedToo() throws Exception {
        Files.writeString(folder.resolve("frame.txt"), "*** [(${body})] ***");
        assertThat(templates(folder).text("test", model(), Locale.FRENCH)).isEqualTo("*** <a> ***");
    }

    @Test
    void withoutAFolderTheShippedOnesAreUsed() {
        assertThat(templates(null).text("test", model(), Locale.ENGLISH))
                .startsWith("Tribunal de Tours")
                .contains("A question? Support: 01, s@exemple.fr.");
    }

    private static MailTemplates templates(Path folder) {
        var sentences = new ResourceBundleMessageSource();
        sentences.setBasename("messages/mail");
        sentences.setDefaultEncoding("UTF-8");
        sentences.setFallbackToSystemLocale(false);
        return new MailTemplates(
                sentences,
                new StaticApplicationContext(),
                new MailSettings(
                        "",
                        25,
                        "",
                        "",
                        MailSettings.Tls.NONE,
                        "a@exemple.fr",
                        8447,
                        Duration.ofSeconds(5),
                        Duration.ofDays(4),
                        Period.ofMonths(12),
                        folder));
    }

    private static Map<String, Object> model() {
        var model = new HashMap<String, Object>();
        model.put("said", "<a>");
        model.put("heading", "Essai");
        model.put("reference", "PLI-1");
        model.put("why", "Parce que.");
        model.put("button", "Ouvrir");
        model.put("institution", new Institution("Tribunal de Tours", "01", "s@exemple.fr"));
        return model;
    }
}
