package fr.pli.app.designation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.app.card.Certified;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.People;
import fr.pli.expertise.designation.Designated;
import fr.pli.expertise.designation.Designation;
import fr.pli.expertise.designation.Preparation;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** « Aperçu » beside the files of a designation. */
@AppTest
@Tag("U-10")
class PreviewedFilesTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Certified certified;

    @Autowired
    Designated designated;

    @Autowired
    Preparation preparation;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Tag("D-5")
    void onlyWhatCanBeLookedAtHasALinkToLookAtIt() {
        Person clerk = people.clerk();
        Person expert = people.active(Profile.EXPERT);
        certified.give(expert);
        Designation draft = designated.draft(clerk, expert, null);
        UUID text = designated.attach(clerk, draft.message(), "note.txt", true);
        UUID archive = designated.attach(clerk, draft.message(), "pieces.zip", true);
        jdbc.sql("update file set media_type = 'application/zip' where id = ?")
                .param(archive)
                .update();
        preparation.send(clerk, draft.id());
        for (Person reader : new Person[] {clerk, expert}) {
            Visitor desk = visitors.signedIn(reader);
            String files = "/messages/" + draft.message() + "/files/";
            assertThat(desk.get("/designations/" + draft.id()).body())
                    .contains("pieces.zip", files + archive, files + text + "/preview")
                    .doesNotContain(files + archive + "/preview");
            assertThat(desk.get(files + text + "/preview").statusCode()).isEqualTo(200);
            assertThat(desk.get(files + archive + "/preview").body()).doesNotContain("page-text");
        }
    }
}
