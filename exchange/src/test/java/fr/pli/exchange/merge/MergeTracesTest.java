package fr.pli.exchange.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonErased;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.certificate.CardFixtures;
import fr.pli.exchange.certificate.Reach;
import fr.pli.exchange.message.Correspondence;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestAuthority;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a merge leaves in the journal, with drafts under way and with the requests (C-6). */
@ExchangeTest
@Tag("C-6")
class MergeTracesTest {

    private static final String CHECKED = "Rappelée au greffe.";

    @Autowired
    MergeRequests requests;

    @Autowired
    Merges merges;

    @Autowired
    CardFixtures cards;

    @Autowired
    Correspondence letters;

    @Autowired
    People people;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Units units;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Person kept;
    private Person absorbed;
    private Person operator;
    private UUID certificate;

    @BeforeEach
    void twoAccountsOfOnePerson() {
        kept = people.clerk();
        absorbed = people.clerk();
        operator = people.active(Profile.SUPPORT);
        certificate = cards.give(
                absorbed,
                TestAuthority.named("Cartes de fusion")
                        .card(absorbed.name())
                        .issue()
                        .certificate());
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    @Tag("R-1")
    void eachStepIsInTheJournalWithWhatItMoved() {
        UUID request = asked(kept);
        assertThat(facts("account.merge-asked", request)).hasSize(1);
        merges.merge(operator, request, absorbed.id(), CHECKED);
        assertThat(facts("account.merged", kept.id())).singleElement().satisfies(details -> assertThat(details)
                .contains(absorbed.id().toString()));
        UUID merge = jdbc.sql("select id from account_merge where request = ?")
                .param(request)
                .query(UUID.class)
                .single();
        assertThat(facts("account.merge-part", merge))
                .anySatisfy(details -> assertThat(details).contains("certificates"))
                .anySatisfy(details -> assertThat(details).contains("letters"));
        assertThat(facts("certificate.moved", certificate)).hasSize(1);
        merges.undo(operator, request);
        assertThat(facts("account.separated", kept.id())).hasSize(1);
        assertThat(facts("certificate.moved", certificate)).hasSize(2);
    }

    @Test
    void bothAddressesAreToldThatItWasUndone() {
        UUID request = asked(kept);
        merges.merge(operator, request, absorbed.id(), CHECKED);
        merges.undo(operator, request);
        jobs.runTasks();
        for (Person told : List.of(kept, absorbed)) {
            assertThat(TestMail.subject(TestMail.newest(told.email()))).contains("annulée");
        }
    }

    @Test
    void aDraftMovesWithItsFilesAndTheUploadsThatGoOnInIt() {
        UUID draft = letters.draft(absorbed, people.clerk());
        UUID under = letters.begun(absorbed, draft, "en cours.pdf", 10);
        UUID request = asked(kept);
        merges.merge(operator, request, absorbed.id(), CHECKED);
        assertThat(owners(under)).containsOnly(kept.id());
        merges.undo(operator, request);
        assertThat(owners(under)).containsOnly(absorbed.id());
    }

    @Test
    void aNumberIsReadAsCertificateViewersShowIt() {
        for (String typed : List.of("0a:0B", "A0b", "00 0A 0b", " a:0b ", "00:00:0A:0B")) {
            assertThat(MergeRequests.serial(typed)).as(typed).isEqualTo("a0b");
        }
        assertThat(MergeRequests.serial("00")).isEqualTo("0");
        assertThatThrownBy(() -> MergeRequests.serial("numéro 7"))
                .extracting("refusal")
                .isEqualTo(MergeRefusal.SERIAL_REQUIRED);
    }

    @Test
    @Tag("O-2")
    void anOperatorAnswersNoRequestOfTheirOwn() {
        UUID own = asked(operator);
        assertThatThrownBy(() -> merges.merge(operator, own, absorbed.id(), CHECKED))
                .extracting("refusal")
                .isEqualTo(MergeRefusal.OWN);
    }

    @Test
    void thoseThatWereAnsweredAreListedTheLastFirst() {
        UUID earlier = asked(kept);
        UUID later = asked(absorbed);
        requests.refuse(operator, later, "Non.");
        clock.advance(Duration.ofSeconds(2));
        requests.refuse(operator, earlier, "Non.");
        assertThat(requests.list(operator, false).stream().map(MergeRequest::id))
                .containsSubsequence(earlier, later);
    }

    @Test
    @Tag("Q-11")
    void nothingThatSomebodySaidStaysWhenTheirDataAreErased() {
        UUID request = asked(kept);
        requests.refuse(operator, request, "Mme " + kept.lastName() + " n'a qu'un compte.");
        units.run(() -> events.publishEvent(new PersonErased(kept.id(), Set.of())));
        assertThat(jdbc.sql("select concat(name, email, landline, mobile, times, answer) from merge_request where"
                                + " id = ?")
                        .param(request)
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    private UUID asked(Person person) {
        requests.ask(person, new Reach(person.name(), person.email(), "05 56 00 00 00", "06", "le matin"), "0a:0B");
        return jdbc.sql("select id from merge_request where person = ? and state = 'OPEN'")
                .param(person.id())
                .query(UUID.class)
                .single();
    }

    private List<String> facts(String kind, UUID about) {
        return jdbc.sql("select details from event where kind = ? and subject = ? order by id")
                .params(kind, about)
                .query(String.class)
                .list();
    }

    /** Of the file, and of its upload while there is one. */
    private List<UUID> owners(UUID file) {
        return jdbc.sql("select owner from file where id = :file union all select owner from upload where file = :file")
                .param("file", file)
                .query(UUID.class)
                .list();
    }
}
