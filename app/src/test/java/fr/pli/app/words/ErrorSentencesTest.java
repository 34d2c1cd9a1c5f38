package fr.pli.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.testing.People;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody reads who meets a fault, or sends what is not understood, on the page and in a call. */
@AppTest
@Tag("Q-9")
class ErrorSentencesTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Test
    void aFaultIsSaidWithItsApostrophes() {
        assertThat(visitors.anybody().get("/link/planted/fault").body())
                .contains("rien de ce qui avait été confirmé n&#39;est perdu");
    }

    @Test
    @Tag("P-1")
    void aCallThatIsNotUnderstoodIsToldSoWithItsApostrophes() {
        Person person = people.partner();
        Visitor program = visitors.signedIn(person);
        assertThat(program.call("POST", "/api/v1/me/delegations", "{").body())
                .contains("La demande n'a pas été comprise. Rien n'a été modifié.");
    }
}
