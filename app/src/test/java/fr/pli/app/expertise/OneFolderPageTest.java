package fr.pli.app.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.testing.Statements;
import fr.pli.exchange.testing.Statements.Asked;
import fr.pli.expertise.folder.Filings;
import fr.pli.expertise.folder.Folders;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.Cases.Case;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the page of a folder asks the database (DESIGN, section 4); the numbers are limits. */
@AppTest
@Tag("Q-4")
class OneFolderPageTest {

    @Autowired
    Visitors visitors;

    @Autowired
    Cases cases;

    @Autowired
    Filings filings;

    @Autowired
    Folders folders;

    private Case one;
    private Person lawyer;
    private String page;

    @BeforeEach
    void aFolderWithDocuments() {
        one = cases.open();
        lawyer = one.lawyer(one.claimant());
        UUID dires = folders.at(
                one.id(), FolderKind.PARTIE_DIRES_ET_ANNEXES, one.claimant().id());
        filings.one(lawyer, dires, "dire-1.pdf");
        filings.one(lawyer, dires, "dire-2.pdf");
        page = "/expertises/" + one.id() + "/folders/" + dires;
    }

    @Test
    void aLawyersFolderPageAsksFewQuestionsAndTheParticipantsOnce() {
        few(lawyer, 24);
    }

    @Test
    void theExpertsFolderPageDoesSoToo() {
        few(one.expert(), 27);
    }

    private void few(Person person, int most) {
        Visitor visitor = visitors.signedIn(person);
        assertThat(visitor.get(page).body()).contains("dire-1.pdf", "dire-2.pdf");
        Asked asked = Statements.of(() -> visitor.get(page));
        assertThat(asked.of("from participant p where p.expertise = ? order"))
                .as(asked.lines())
                .hasSizeLessThanOrEqualTo(1);
        assertThat(asked.texts()).as(asked.lines()).hasSizeLessThanOrEqualTo(most);
    }
}
