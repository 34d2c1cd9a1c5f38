package fr.pli.expertise.departure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.platform.Refusal;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.testing.Clamd;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import fr.pli.expertise.departure.Replacement.Asker;
import fr.pli.expertise.departure.Replacement.RequestState;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.ExpertiseTest;
import fr.pli.expertise.testing.HeardDepartures;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExpertiseTest
@Tag("T-4")
class ReplacementTest {

    private static final byte[] REQUEST = "Demande de remplacement".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Cases cases;

    @Autowired
    People people;

    @Autowired
    Departures departures;

    @Autowired
    Replacements replacements;

    @Autowired
    DepartureDesk desk;

    @Autowired
    Requests requests;

    @Autowired
    Participants participants;

    @Autowired
    Messages messages;

    @Autowired
    HeardDepartures heard;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Person magistrat;
    private Person replacement;
    private Person support;
    private Cases.Case open;
    private Cases.Case paused;
    private Departure departure;

    @BeforeEach
    void aDepartureWithoutSuccessor() {
        magistrat = people.active(Profile.MAGISTRAT);
        replacement = people.active(Profile.MAGISTRAT);
        support = people.active(Profile.SUPPORT);
        open = cases.open();
        paused = cases.in(ExpertiseState.PAUSED);
        Stream.of(open, paused).forEach(one -> one.add(magistrat, Role.MAGISTRAT, null));
        var today = LocalDate.ofInstant(clock.instant(), Time.PARIS);
        departure = departures.declare(magistrat, new Declaration(today.toString(), "", ""));
        clock.moveTo(departure.takesEffect().plusSeconds(1));
        jobs.runTasks();
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void theReplacementGetsAllTheFilesAlsoThoseThatEndedMeanwhileAndTheRequestIsJoined() {
        paused.become(ExpertiseState.CLOSED);
        replacements.attach(support, departure.id(), attachment(replacement.email()));
        for (Cases.Case one : List.of(open, paused)) {
            assertThat(participants.standings(replacement.id(), one.id()))
                    .extracting(standing -> standing.role())
                    .containsExactly(Role.MAGISTRAT);
        }
        assertThat(desk.get(support, departure.id()).request().state()).isEqualTo(RequestState.WAITING);
        jobs.runTasks();
        DepartureDesk.Case after = desk.get(support, departure.id());
        assertThat(after.departure().waits()).isFalse();
        assertThat(after.request().state()).isEqualTo(RequestState.JOINED);
        assertThat(after.request().file().name()).isEqualTo("demande du président.txt");
        assertThat(after.replacement())
                .satisfies(each -> assertThat(each.asker()).isEqualTo(Asker.PRESIDENT))
                .satisfies(each -> assertThat(each.askerName()).isEqualTo("Mme la présidente Rey"))
                .satisfies(each -> assertThat(each.attachedBy()).isEqualTo(support.id()));
        assertThat(heard.replacementsOf(magistrat.id()))
                .containsExactly(new StaffReplaced(departure.id(), magistrat.id(), replacement.id(), support.id()));
        assertThat(TestMail.subject(TestMail.newest(replacement.email()))).contains("Vous reprenez les dossiers");
        assertThat(TestMail.text(TestMail.newest(open.expert().email()))).contains(replacement.name() + " a repris");
        String details = jdbc.sql("select details from event where kind = 'departure.replaced' and subject = ?")
                .param(magistrat.id())
                .query(String.class)
                .single();
        assertThat(details).contains("PRESIDENT", replacement.id().toString()).doesNotContain("Rey");
    }

    @Test
    @Tag("O-2")
    void theRequestIsReadBySupportAndAdministratorsOnly() {
        replacements.attach(support, departure.id(), attachment(replacement.email()));
        jobs.runTasks();
        var message = messages.find(desk.get(support, departure.id()).request().message())
                .orElseThrow();
        for (Person operator : List.of(support, people.active(Profile.SUPPORT), people.administrator())) {
            assertThat(messages.decide(operator, message).allowed()).isTrue();
        }
        for (Person other : List.of(replacement, open.expert(), people.clerk(), people.active(Profile.AUDITOR))) {
            assertThat(messages.decide(other, message).allowed()).isFalse();
            refused(SIGN_IN, () -> replacements.attach(other, departure.id(), attachment(replacement.email())));
            refused(SIGN_IN, () -> replacements.request(other, departure.id(), request()));
        }
    }

    private static final Refusal SIGN_IN = fr.pli.exchange.account.SignInRefusal.FORBIDDEN;

    @Test
    void whatIsMissingOrUnsuitedIsRefusedAndChangesNothing() {
        Person greffier = people.clerk();
        refused(
                DepartureRefusal.REPLACEMENT_UNKNOWN,
                () -> replacements.attach(support, departure.id(), attachment(greffier.email())));
        refused(
                DepartureRefusal.REPLACEMENT_UNKNOWN,
                () -> replacements.attach(support, departure.id(), attachment(magistrat.email())));
        refused(DepartureRefusal.ASKER_REQUIRED, () -> attach("MAIRE", "Mme Rey", request()));
        refused(DepartureRefusal.ASKER_NAME_REQUIRED, () -> attach("PRESIDENT", " ", request()));
        refused(DepartureRefusal.ASKER_NAME_INVALID, () -> attach("PRESIDENT", "a\u0000b", request()));
        refused(
                DepartureRefusal.REQUEST_REQUIRED,
                () -> attach("PRESIDENT", "Mme Rey", new RequestFile("vide.pdf", new byte[0])));
        refused(
                DepartureRefusal.REQUEST_TOO_LARGE,
                () -> attach("PRESIDENT", "Mme Rey", new RequestFile("gros.pdf", new byte[RequestFile.LARGEST + 1])));
        assertThat(desk.get(support, departure.id()).departure().waits()).isTrue();
        assertThat(participants.standings(replacement.id(), open.id())).isEmpty();
        replacements.attach(support, departure.id(), attachment(replacement.email()));
        refused(
                DepartureRefusal.NOTHING_WAITS,
                () -> replacements.attach(support, departure.id(), attachment(replacement.email())));
    }

    @Test
    void ofTwoOperatorsAtOnceOneAttachesSomebody() {
        Person other = people.active(Profile.MAGISTRAT);
        var both = Stream.of(replacement, other)
                .map(person -> CompletableFuture.runAsync(
                        () -> replacements.attach(support, departure.id(), attachment(person.email()))))
                .toList();
        both.forEach(each -> each.handle((done, refused) -> null).join());
        assertThat(both.stream().filter(CompletableFuture::isCompletedExceptionally))
                .hasSize(1);
        assertThat(heard.replacementsOf(magistrat.id())).hasSize(1);
        assertThat(participants.of(open.id()).stream().filter(each -> each.present() && each.role() == Role.MAGISTRAT))
                .hasSize(1);
        assertThat(drafts()).as("of who came second nothing stays").isZero();
    }

    @Test
    @Tag("U-5")
    void aRequestThatIsNotCleanIsJoinedAgain() {
        replacements.attach(
                support,
                departure.id(),
                new Replacements.Attachment(
                        replacement.email(),
                        "PRESIDENT",
                        "Mme Rey",
                        new RequestFile("eicar.txt", Clamd.EICAR.getBytes(StandardCharsets.US_ASCII))));
        refused(DepartureRefusal.REQUEST_JOINED, () -> replacements.request(support, departure.id(), request()));
        jobs.runTasks();
        assertThat(desk.get(support, departure.id()).request().state()).isEqualTo(RequestState.MISSING);
        replacements.request(support, departure.id(), request());
        jobs.runTasks();
        assertThat(desk.get(support, departure.id()).request().state()).isEqualTo(RequestState.JOINED);
        refused(DepartureRefusal.REQUEST_JOINED, () -> replacements.request(support, departure.id(), request()));
        assertThat(jdbc.sql("select count(*) from event where kind = 'departure.request' and subject = ? and actor = ?")
                        .params(magistrat.id(), support.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    @Tag("O-2")
    void nobodyElsePostsARequestOrFindsOne() {
        replacements.attach(support, departure.id(), attachment(replacement.email()));
        jobs.runTasks();
        for (Person other : List.of(replacement, open.expert(), people.clerk(), people.active(Profile.AUDITOR))) {
            assertThat(requests.mayPost(other, Requests.origin(departure.id())).allowed())
                    .isFalse();
            assertThat(requests.visible(other, List.of(departure.id())).origins())
                    .isEmpty();
        }
        assertThat(requests.mayPost(support, Requests.origin(departure.id())).allowed())
                .isTrue();
        assertThat(requests.visible(support, List.of(departure.id())).origins()).containsExactly(departure.id());
    }

    @Test
    @Tag("T-3")
    void whatHasAnHeirIsNotListedAsNeedingSomebodyAnyMore() {
        assertThat(waiting()).contains(departure.id());
        replacements.attach(support, departure.id(), attachment(replacement.email()));
        assertThat(waiting()).doesNotContain(departure.id());
        assertThat(desk.list(support, false))
                .extracting(each -> each.departure().id())
                .contains(departure.id());
    }

    private List<UUID> waiting() {
        return desk.list(support, true).stream()
                .map(each -> each.departure().id())
                .toList();
    }

    private long drafts() {
        return jdbc.sql("select count(*) from message where origin_kind = ? and origin = ? and state = 'DRAFT'")
                .params(Requests.KIND, departure.id())
                .query(Long.class)
                .single();
    }

    @Test
    void whoWasReactivatedMayBeAttachedToTheirOwnOldFiles() {
        people.reactivate(magistrat);
        replacements.attach(support, departure.id(), attachment(magistrat.email()));
        assertThat(participants.standings(magistrat.id(), open.id())).hasSize(1);
    }

    private void attach(String asker, String name, RequestFile request) {
        replacements.attach(
                support, departure.id(), new Replacements.Attachment(replacement.email(), asker, name, request));
    }

    private static Replacements.Attachment attachment(String address) {
        return new Replacements.Attachment(address, "PRESIDENT", " Mme la  présidente Rey", request());
    }

    private static RequestFile request() {
        return new RequestFile("demande du président.txt", REQUEST);
    }

    private static void refused(Refusal expected, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(RefusedException.class, no -> assertThat(no.refusal())
                .isEqualTo(expected));
    }
}
