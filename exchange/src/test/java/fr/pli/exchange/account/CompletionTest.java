package fr.pli.exchange.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.testing.ExchangeTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExchangeTest
@Tag("X-2")
class CompletionTest {

    @Autowired
    Somebody somebody;

    @Autowired
    Directory directory;

    @Autowired
    Organisations organisations;

    @Autowired
    Entries entries;

    @Autowired
    DirectoryList list;

    @Autowired
    JdbcClient jdbc;

    @Test
    void nameAddressAndOrganisationAreFoundByTheBeginningsOfTheirWordsWhateverAccentsAndCase() {
        UUID body = somebody.organisation("Société Zèbre-Électrique " + somebody.unique());
        Person clerk = somebody.of(Profile.GREFFIER);
        Person partner = somebody.named("Éloïse", "Wörthmüller", body, Profile.PARTNER, PersonState.ACTIVE);

        for (String typed :
                List.of("wort", "WÖRTHMÜLLER", "eloi wor", "wor zebr", "zèbre élec wort", partner.email())) {
            assertThat(directory.complete(clerk, typed, 10)).as(typed).contains(partner);
        }
        assertThat(directory.complete(clerk, "wort xyz", 10)).doesNotContain(partner);
        assertThat(directory.complete(clerk, "  ", 10)).isEmpty();
        assertThat(directory.complete(clerk, "%", 10)).isEmpty();
    }

    @Test
    void completionAndTheServersRefusalAgreeForEveryViewerAndEveryRecipient() {
        UUID one = somebody.organisation("Maison " + somebody.unique());
        UUID other = somebody.organisation("Maison " + somebody.unique());
        String family = "Q" + somebody.unique();
        var recipients = new ArrayList<Person>();
        for (Profile profile : Profile.values()) {
            for (PersonState state : PersonState.values()) {
                recipients.add(somebody.named("Un", family, one, profile, state));
                recipients.add(guest(somebody.named("Une", family, one, profile, state)));
            }
        }
        for (Profile profile : Profile.values()) {
            for (UUID home : List.of(one, other)) {
                Person viewer = somebody.named("Qui", "Regarde", home, profile, PersonState.ACTIVE);
                Person guest = guest(somebody.named("Qui", "Visite", home, profile, PersonState.ACTIVE));
                for (Person each : List.of(viewer, guest)) {
                    assertThat(directory.complete(each, family, 200))
                            .as("%s of %s body", profile, home.equals(one) ? "the same" : "another")
                            .containsExactlyInAnyOrderElementsOf(recipients.stream()
                                    .filter(r -> directory.reachable(each, r))
                                    .toList());
                }
            }
        }
    }

    @Test
    void aPartnerALawyerAnExpertAPartyASapiteurFindJusticeStaffAndTheirOwnBodyOnly() {
        UUID body = somebody.organisation("Cabinet " + somebody.unique());
        Person colleague = somebody.named("C", "C", body, Profile.LAWYER, PersonState.ACTIVE);
        Person stranger = somebody.of(Profile.PARTNER);
        Person clerk = somebody.of(Profile.GREFFIER);
        for (Profile profile :
                List.of(Profile.PARTNER, Profile.LAWYER, Profile.EXPERT, Profile.PARTY, Profile.SAPITEUR)) {
            Person viewer = somebody.named("V", "V", body, profile, PersonState.ACTIVE);
            assertThat(directory.reachable(viewer, clerk)).isTrue();
            assertThat(directory.reachable(viewer, colleague)).isTrue();
            assertThat(directory.reachable(viewer, stranger)).isFalse();
        }
        assertThat(directory.reachable(clerk, stranger)).isTrue();
        assertThat(directory.reachable(somebody.of(Profile.ADMINISTRATOR), stranger))
                .isTrue();
    }

    @Test
    void nobodySuspendedOrDepartedIsOfferedAndInvitedPartnersAre() {
        UUID body = somebody.organisation("Office " + somebody.unique());
        Person clerk = somebody.of(Profile.GREFFIER);
        assertThat(directory.reachable(clerk, somebody.named("A", "A", body, Profile.PARTNER, PersonState.INVITED)))
                .isTrue();
        assertThat(directory.reachable(clerk, somebody.named("A", "A", body, Profile.LAWYER, PersonState.INVITED)))
                .isFalse();
        assertThat(directory.reachable(clerk, somebody.named("A", "A", body, Profile.MAGISTRAT, PersonState.INVITED)))
                .isFalse();
        assertThat(directory.reachable(clerk, somebody.named("A", "A", body, Profile.PARTNER, PersonState.SUSPENDED)))
                .isFalse();
        assertThat(directory.reachable(clerk, somebody.named("A", "A", body, Profile.PARTNER, PersonState.DEPARTED)))
                .isFalse();
    }

    @Test
    @Tag("A-1")
    void whoAnInvitationEnteredFindsNobodyAndIsFoundByNobodyUntilAnAdministratorTakesThemOver() {
        UUID body = somebody.organisation("Cabinet " + somebody.unique());
        Person clerk = somebody.of(Profile.GREFFIER);
        Person colleague = somebody.named("C", "C", body, Profile.LAWYER, PersonState.ACTIVE);
        Person guest = guest(somebody.named("G", "G", body, Profile.LAWYER, PersonState.ACTIVE));
        for (Person other : List.of(clerk, colleague, somebody.of(Profile.ADMINISTRATOR))) {
            assertThat(directory.reachable(other, guest)).isFalse();
            assertThat(directory.reachable(guest, other)).isFalse();
        }
        Person administrator = somebody.of(Profile.ADMINISTRATOR);
        EntryRow row = list.find(administrator, guest.id()).orElseThrow();
        assertThat(row.person().guest()).isTrue();
        entries.change(
                administrator,
                guest.id(),
                row.version(),
                new Particulars(guest.email(), "G", "G", guest.organisation(), "LAWYER", "fr", ""));
        assertThat(directory.reachable(clerk, directory.find(guest.id()).orElseThrow()))
                .isTrue();
    }

    private Person guest(Person person) {
        jdbc.sql("update person set guest = true where id = ?")
                .param(person.id())
                .update();
        return directory.find(person.id()).orElseThrow();
    }

    /** The plan, not the clock: the words typed are looked up in the index of words, people by their key. */
    @Test
    void completionIsAnsweredFromTheIndexOfWords() {
        Person viewer = somebody.of(Profile.PARTNER);
        for (int i = 0; i < 300; i++) {
            somebody.named("Filler" + i, "Remplissage", viewer.organisationId(), Profile.PARTNER, PersonState.ACTIVE);
        }
        Person sought = somebody.of(Profile.GREFFIER);
        List<String> plan = jdbc.sql("explain " + Completion.sql(1))
                .param("viewerOrganisation", viewer.organisationId())
                .param("viewerProfile", viewer.profile().name())
                .param("word0", sought.lastName().toLowerCase(java.util.Locale.ROOT) + "%")
                .param("limit", 10)
                .query((row, number) ->
                        row.getString("table") + " " + row.getString("type") + " " + row.getString("key"))
                .list();
        assertThat(plan).contains("person_token range PRIMARY").anyMatch(step -> step.startsWith("p eq_ref PRIMARY"));
        assertThat(plan).noneMatch(step -> step.contains(" ALL "));
    }
}
