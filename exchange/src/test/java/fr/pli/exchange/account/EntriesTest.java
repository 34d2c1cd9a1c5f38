package fr.pli.exchange.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.mail.Outbox;
import fr.pli.exchange.testing.ExchangeTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExchangeTest
@Tag("A-1")
class EntriesTest {

    @Autowired
    Entries entries;

    @Autowired
    Organisations organisations;

    @Autowired
    DirectoryList list;

    @Autowired
    Directory directory;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Somebody somebody;

    Person admin;

    @BeforeEach
    void anAdministrator() {
        admin = somebody.of(Profile.ADMINISTRATOR);
    }

    @Test
    void anEntryIsAddedInvitedJournaledAndFound() {
        Particulars typed = particulars();
        UUID id = entries.add(admin, typed);

        Person added = directory.find(id).orElseThrow();
        assertThat(added.state()).isEqualTo(PersonState.INVITED);
        assertThat(added.email()).isEqualTo(typed.email().strip().toLowerCase(java.util.Locale.ROOT));
        assertThat(added.organisation()).isEqualTo("Tribunal judiciaire de Bordeaux");
        assertThat(outbox.about(id)).hasSize(1);
        assertThat(facts(id)).contains("person.added", "person.invited");
        assertThat(list.page(admin, new DirectoryList.Filter(added.lastName(), null, null, null), null, 10))
                .extracting(row -> row.person().id())
                .containsExactly(id);
    }

    @Test
    void anAddressIsThereOnceWhateverItsCase() {
        Particulars typed = particulars();
        entries.add(admin, typed);
        assertThatThrownBy(() -> entries.add(admin, typed))
                .extracting("refusal")
                .isEqualTo(DirectoryRefusal.ADDRESS_TAKEN);
    }

    @Test
    void anUnknownOrganisationIsRefusedAndACourtOfTheReferenceIsCreated() {
        assertThatThrownBy(() -> entries.add(admin, with(particulars(), "Inconnue " + somebody.unique())))
                .extracting("refusal")
                .isEqualTo(DirectoryRefusal.ORGANISATION_REQUIRED);
        UUID id = entries.add(admin, with(particulars(), "tribunal JUDICIAIRE d’Alençon"));
        assertThat(directory.find(id).orElseThrow().organisation()).isEqualTo("Tribunal judiciaire d'Alençon");
    }

    @Test
    void onlyAdministratorsChangeAndSupportReads() {
        for (Profile profile : Profile.values()) {
            if (profile == Profile.ADMINISTRATOR) {
                continue;
            }
            Person other = somebody.of(profile);
            assertThatThrownBy(() -> entries.add(other, particulars()))
                    .as(profile.name())
                    .extracting("refusal")
                    .isEqualTo(DirectoryRefusal.ADMINISTRATORS_ONLY);
            assertThatThrownBy(() -> entries.suspend(other, admin.id()))
                    .extracting("refusal")
                    .isEqualTo(DirectoryRefusal.ADMINISTRATORS_ONLY);
            if (profile != Profile.SUPPORT) {
                assertThatThrownBy(() -> list.find(other, admin.id()))
                        .extracting("refusal")
                        .isEqualTo(DirectoryRefusal.ADMINISTRATORS_ONLY);
            }
        }
        assertThat(list.find(somebody.of(Profile.SUPPORT), admin.id())).isPresent();
    }

    @Test
    void aChangeIsJournaledFoundByItsNewWordsAndNotOverwrittenUnseen() {
        UUID id = entries.add(admin, particulars());
        EntryRow seen = list.find(admin, id).orElseThrow();
        String name = "Zimmermann" + somebody.unique();
        entries.change(admin, id, seen.version(), named(particulars(), name));

        assertThat(facts(id)).contains("person.edited");
        assertThat(list.page(admin, new DirectoryList.Filter(name, null, null, null), null, 10))
                .hasSize(1);
        assertThat(list.page(admin, new DirectoryList.Filter(seen.person().lastName(), null, null, null), null, 10))
                .isEmpty();
        assertThatThrownBy(() -> entries.change(admin, id, seen.version(), particulars()))
                .extracting("refusal")
                .isEqualTo(DirectoryRefusal.CHANGED_MEANWHILE);
    }

    @Test
    void somebodyIsSuspendedReactivatedAndDeparts() {
        Person person = somebody.of(Profile.PARTNER);
        entries.suspend(admin, person.id());
        assertThat(directory.find(person.id()).orElseThrow().state()).isEqualTo(PersonState.SUSPENDED);
        entries.reactivate(admin, person.id());
        assertThat(directory.find(person.id()).orElseThrow().state()).isNotEqualTo(PersonState.SUSPENDED);
        entries.depart(admin, person.id());
        assertThat(directory.find(person.id()).orElseThrow().state()).isEqualTo(PersonState.DEPARTED);
        assertThat(facts(person.id())).filteredOn("person.state"::equals).hasSize(3);
    }

    @Test
    void anInvitationIsSentAgainOnlyToWhoIsInvited() {
        UUID id = entries.add(admin, particulars());
        entries.invite(admin, id);
        assertThat(outbox.about(id)).hasSize(2);
        assertThatThrownBy(() -> entries.invite(admin, admin.id()))
                .extracting("refusal")
                .isEqualTo(DirectoryRefusal.STATE_FORBIDS);
    }

    @Test
    void anEntryIsRemovedOnlyWhenNothingHangsOnIt() {
        UUID free = entries.add(admin, particulars());
        entries.remove(admin, free);
        assertThat(directory.find(free)).isEmpty();
        assertThat(facts(free)).contains("person.removed");

        Person sender = somebody.of(Profile.PARTNER);
        jdbc.sql("""
                        insert into message (id, version, sender, origin_kind, subject, comment, state, created_at, changed_at)
                        values (:id, 0, :sender, 'letter', 's', 'c', 'DRAFT', utc_timestamp(), utc_timestamp())
                        """)
                .param("id", UUID.randomUUID())
                .param("sender", sender.id())
                .update();
        assertThatThrownBy(() -> entries.remove(admin, sender.id()))
                .extracting("refusal")
                .isEqualTo(DirectoryRefusal.ENTRY_IN_USE);
        assertThat(directory.find(sender.id())).isPresent();
    }

    @Test
    void theLastActiveAdministratorStays() {
        List<UUID> others = jdbc.sql(
                        "select id from person where profile = 'ADMINISTRATOR' and state = 'ACTIVE' and id <> :me")
                .param("me", admin.id())
                .query(UUID.class)
                .list();
        setState(others, "DEPARTED");
        try {
            assertThatThrownBy(() -> entries.suspend(admin, admin.id()))
                    .extracting("refusal")
                    .isEqualTo(DirectoryRefusal.LAST_ADMINISTRATOR);
            assertThatThrownBy(() -> entries.depart(admin, admin.id()))
                    .extracting("refusal")
                    .isEqualTo(DirectoryRefusal.LAST_ADMINISTRATOR);
            assertThatThrownBy(() -> entries.remove(admin, admin.id()))
                    .extracting("refusal")
                    .isEqualTo(DirectoryRefusal.LAST_ADMINISTRATOR);
            EntryRow seen = list.find(admin, admin.id()).orElseThrow();
            assertThatThrownBy(() -> entries.change(
                            admin,
                            admin.id(),
                            seen.version(),
                            new Particulars(admin.email(), "A", "B", admin.organisation(), "SUPPORT", "", "")))
                    .extracting("refusal")
                    .isEqualTo(DirectoryRefusal.LAST_ADMINISTRATOR);
            assertThat(directory.find(admin.id()).orElseThrow().active()).isTrue();
        } finally {
            setState(others, "ACTIVE");
        }
    }

    @Test
    void twoAdministratorsWhoSuspendEachOtherAtOnceDoNotBothSucceed() throws Exception {
        Person other = somebody.of(Profile.ADMINISTRATOR);
        List<UUID> rest = jdbc.sql(
                        "select id from person where profile = 'ADMINISTRATOR' and state = 'ACTIVE' and id not in (:both)")
                .param("both", List.of(admin.id(), other.id()))
                .query(UUID.class)
                .list();
        setState(rest, "DEPARTED");
        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = CompletableFuture.runAsync(() -> entries.suspend(admin, other.id()), threads);
            var two = CompletableFuture.runAsync(() -> entries.suspend(other, admin.id()), threads);
            int refused = 0;
            for (var act : List.of(one, two)) {
                try {
                    act.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    refused++;
                }
            }
            assertThat(refused).isEqualTo(1);
        } finally {
            setState(rest, "ACTIVE");
        }
    }

    @Test
    void theListIsPagedByKeyInTheOrderOfNamesWithoutAccentsOrCase() {
        String unique = somebody.unique();
        UUID body = somebody.organisation("Page " + unique);
        for (String name : List.of("zola", "Écume", "ebauche", "Éclair", "Zébu")) {
            somebody.named("Un", name, body, Profile.PARTNER, PersonState.ACTIVE);
        }
        var filter = new DirectoryList.Filter("", Profile.PARTNER, EntryState.ACTIVE, body);
        var first = list.page(admin, filter, null, 3);
        var second = list.page(admin, filter, first.getLast().person().id(), 3);
        assertThat(first).extracting(row -> row.person().lastName()).containsExactly("ebauche", "Éclair", "Écume");
        assertThat(second).extracting(row -> row.person().lastName()).containsExactly("Zébu", "zola");
        assertThat(list.count(admin, filter)).isEqualTo(5);
        assertThat(list.page(admin, new DirectoryList.Filter("ECL", null, null, body), null, 9))
                .hasSize(1);
        assertThat(list.page(admin, new DirectoryList.Filter("", Profile.LAWYER, null, body), null, 9))
                .isEmpty();
    }

    @Test
    void organisationsAreCreatedRenamedAndNeverTwice() {
        String name = "Société d'étude " + somebody.unique();
        Organisation made = organisations.create(admin, "  " + name + " ", Organisation.Kind.BODY);
        assertThat(made.name()).isEqualTo(name);
        assertThatThrownBy(() -> organisations.create(
                        admin, name.toUpperCase(java.util.Locale.ROOT).replace('\'', '’'), Organisation.Kind.BODY))
                .extracting("refusal")
                .isEqualTo(DirectoryRefusal.ORGANISATION_NAME_TAKEN);
        Person member = somebody.named("M", "Membre", made.id(), Profile.PARTNER, PersonState.ACTIVE);
        String renamed = "Renommée" + somebody.unique();
        organisations.rename(admin, made.id(), made.version(), renamed);
        assertThat(directory.complete(admin, renamed, 5)).extracting(Person::id).containsExactly(member.id());
        assertThatThrownBy(() -> organisations.rename(admin, made.id(), made.version(), "Autre " + renamed))
                .extracting("refusal")
                .isEqualTo(DirectoryRefusal.CHANGED_MEANWHILE);
        assertThatThrownBy(() -> organisations.create(somebody.of(Profile.SUPPORT), "x", Organisation.Kind.BODY))
                .extracting("refusal")
                .isEqualTo(DirectoryRefusal.ADMINISTRATORS_ONLY);
    }

    private Particulars particulars() {
        String unique = somebody.unique();
        return new Particulars(
                " Anne.Poitou" + unique + "@Exemple.FR ",
                "Anne",
                "Poitou" + unique,
                "Tribunal judiciaire de Bordeaux",
                "Greffier",
                "",
                "");
    }

    private static Particulars with(Particulars p, String organisation) {
        return new Particulars(p.email(), p.firstName(), p.lastName(), organisation, p.profile(), "", "");
    }

    private static Particulars named(Particulars p, String lastName) {
        return new Particulars(
                p.email(), p.firstName(), lastName, p.organisation(), p.profile(), "en", "Europe/London");
    }

    private List<String> facts(UUID subject) {
        return jdbc.sql("select kind from event where subject = :id")
                .param("id", subject)
                .query(String.class)
                .list();
    }

    private void setState(List<UUID> people, String state) {
        if (!people.isEmpty()) {
            jdbc.sql("update person set state = :state where id in (:ids)")
                    .param("state", state)
                    .param("ids", people)
                    .update();
        }
    }
}
