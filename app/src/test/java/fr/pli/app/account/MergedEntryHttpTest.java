package fr.pli.app.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.MergedEntries;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.People;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What administrators see of somebody who had two accounts (A-1, C-6). */
@AppTest
@Tag("C-6")
class MergedEntryHttpTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    MergedEntries merged;

    @Autowired
    Units units;

    @Test
    @Tag("A-1")
    @Tag("P-1")
    void aMergedEntryShowsItsStateAndLeadsToTheAccountThatIsKept() {
        String name = "Jumelle" + UUID.randomUUID().toString().substring(0, 8);
        Person kept = people.who(Profile.GREFFIER).named("Anne", name).active();
        Person absorbed = people.who(Profile.GREFFIER).named("Annie", name).active();
        units.run(() -> merged.point(absorbed.id(), kept.id()));
        Visitor admin = visitors.signedIn(people.administrator());
        String link = "href=\"/admin/directory/" + kept.id() + "\"";

        assertThat(admin.get("/admin/directory?state=MERGED&q=" + name).body())
                .contains("fusionné", link, "dans le compte de Anne " + name, absorbed.email())
                .doesNotContain(kept.email());
        assertThat(admin.get("/admin/directory?state=ACTIVE&q=" + name).body())
                .contains(kept.email())
                .doesNotContain(absorbed.email());
        assertThat(admin.get("/admin/directory/" + absorbed.id()).body())
                .contains("fusionné", link, "Cette personne avait deux comptes");
        assertThat(admin.get("/admin/directory/" + kept.id()).body()).doesNotContain("avait deux comptes");
        assertThat(admin.call("GET", "/api/v1/directory/entries?state=MERGED&q=" + name, null)
                        .body())
                .contains("\"state\":\"MERGED\"", "\"mergedInto\":\"" + kept.id() + "\"")
                .doesNotContain(kept.email());
    }
}
