package fr.pli.exchange.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.certificate.CardFixtures;
import fr.pli.exchange.certificate.CardRefusal;
import fr.pli.exchange.certificate.CertificateRows;
import fr.pli.exchange.certificate.Reach;
import fr.pli.exchange.message.BoxQuery;
import fr.pli.exchange.message.BoxRow;
import fr.pli.exchange.message.Boxes;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.Messaging;
import fr.pli.exchange.message.OwnEntries;
import fr.pli.exchange.platform.Refusal;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.receipt.Downloads;
import fr.pli.exchange.receipt.Letters;
import fr.pli.exchange.receipt.Readings;
import fr.pli.exchange.receipt.Sent;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestAuthority;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two accounts become one person's, and two again (C-6). */
@ExchangeTest
@Tag("C-6")
class MergesTest {

    private static final byte[] CONTENT = "Une pièce.".getBytes(StandardCharsets.UTF_8);
    private static final String CHECKED = "Rappelée au greffe, carte présentée en visioconférence.";

    @Autowired
    MergeRequests requests;

    @Autowired
    Merges merges;

    @Autowired
    Directory directory;

    @Autowired
    CertificateRows certificates;

    @Autowired
    CardFixtures cards;

    @Autowired
    Letters letters;

    @Autowired
    Messaging messaging;

    @Autowired
    Boxes boxes;

    @Autowired
    OwnEntries entries;

    @Autowired
    Readings readings;

    @Autowired
    Downloads downloads;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final TestAuthority authority = TestAuthority.named("Cartes de fusion");

    private Person kept;
    private Person absorbed;
    private Person partner;
    private Person operator;
    private String serial;
    private UUID request;

    @BeforeEach
    void twoAccountsOfOnePerson() {
        kept = people.clerk();
        absorbed = people.clerk();
        partner = people.partner();
        operator = people.active(Profile.SUPPORT);
        cards.give(kept, authority.card(kept.name()).issue().certificate());
        var other = authority.card(absorbed.name()).issue().certificate();
        cards.give(absorbed, other);
        serial = other.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
        requests.ask(kept, new Reach(kept.name(), kept.email(), "05 56 00 00 00", "", "le matin"), serial);
        request = requests.list(operator, true).stream()
                .filter(one -> one.person().equals(kept.id()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void theDryRunListsWhatMovesAndWhatBothHaveAndChangesNothing() {
        letters.sent(partner, List.of(absorbed), Map.of("a.txt", CONTENT));
        letters.sent(partner, List.of(absorbed, kept), Map.of("b.txt", CONTENT));
        letters.sent(absorbed, List.of(partner), Map.of());
        assertThat(requests.look(operator, request, "").other())
                .as("found by the number of the certificate")
                .isNotNull()
                .extracting(Person::id)
                .isEqualTo(absorbed.id());
        long facts = facts();
        Map<String, Merge.Part> plan = plan();
        assertThat(plan.get("certificates").moves()).isEqualTo(1);
        assertThat(plan.get("letters").moves()).isEqualTo(3);
        assertThat(plan.get("letters").conflicts()).isEqualTo(1);
        assertThat(facts()).as("journal").isEqualTo(facts);
        assertThat(certificates.of(absorbed.id())).hasSize(1);
        assertThat(people.now(absorbed).mergedInto()).isNull();
    }

    @Test
    @Tag("R-1")
    void lettersAreOneAccountsAndTheirReceiptsReadAsBefore() throws IOException {
        Message before = letters.sent(partner, List.of(absorbed), Map.of("a.txt", CONTENT));
        Message both = letters.sent(partner, List.of(absorbed, kept), Map.of("b.txt", CONTENT));
        Message later = letters.sent(partner, List.of(absorbed), Map.of("c.txt", CONTENT));
        Message own = letters.sent(absorbed, List.of(partner), Map.of());
        readings.open(absorbed, before.id());
        download(absorbed, before);
        List<Map<String, Object>> rows = rows(before);
        Sent receipts = readings.sent(partner, before.id()).orElseThrow();
        merge();
        Person me = people.now(kept);
        assertThat(me.entries()).containsExactly(kept.id(), absorbed.id());
        assertThat(inbox(me)).containsExactlyInAnyOrder(before.id(), both.id(), later.id());
        assertThat(sent(me)).contains(own.id());
        assertThat(rows(before)).as("not a row of the receipts was written").isEqualTo(rows);
        assertThat(readings.sent(partner, before.id()).orElseThrow().readers())
                .usingRecursiveComparison()
                .ignoringFields("person")
                .isEqualTo(receipts.readers());
        Person entry = entries.of(me, later.id());
        assertThat(entry.id()).isEqualTo(absorbed.id());
        readings.open(entry, later.id());
        download(entry, later);
        Sent.Reader reader =
                readings.sent(partner, later.id()).orElseThrow().readers().getFirst();
        assertThat(reader.id()).isEqualTo(absorbed.id());
        assertThat(reader.whole()).as("a receipt of whom the sender named").isTrue();
        assertThat(entries.of(me, both.id()).id()).as("one's own entry first").isEqualTo(kept.id());
        assertThat(entries.of(people.now(partner), later.id()).id()).isEqualTo(partner.id());
    }

    @Test
    void mailAndNoticesComeToTheAccountThatIsKept() {
        Message before = letters.sent(partner, List.of(absorbed), Map.of("a.txt", CONTENT));
        merge();
        jobs.runTasks();
        assertThat(TestMail.subject(TestMail.newest(kept.email()))).contains("n’en font plus qu’un");
        assertThat(TestMail.subject(TestMail.newest(absorbed.email())))
                .as("its own address is told, too")
                .contains("n’en font plus qu’un");
        int former = TestMail.to(absorbed.email()).size();
        messaging.delete(partner, before.id());
        jobs.runTasks();
        assertThat(TestMail.text(TestMail.newest(kept.email()))).contains(before.reference());
        assertThat(TestMail.to(absorbed.email())).hasSize(former);
        assertThat(jdbc.sql("select count(*) from notice where person = ?")
                        .param(kept.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(letters.sent(partner, List.of(absorbed), Map.of()).recipients())
                .as("the former address leads to the account")
                .containsExactly(kept.id());
    }

    @Test
    void everyCertificateIsTheKeptAccountsAndTheOtherEntersNoMore() {
        merge();
        assertThat(certificates.of(kept.id())).hasSize(2);
        assertThat(certificates.of(absorbed.id())).isEmpty();
        assertThat(people.now(absorbed).enters()).isFalse();
        assertThat(people.now(kept).enters()).isTrue();
        assertThat(directory.complete(kept, absorbed.lastName(), 10))
                .as("nobody finds two of one person")
                .isEmpty();
    }

    @Test
    void undoneWithinItsWindowEverythingIsWhereItWas() {
        Message before = letters.sent(partner, List.of(absorbed), Map.of("a.txt", CONTENT));
        merge();
        merges.undo(operator, request);
        assertThat(people.now(kept).entries()).containsExactly(kept.id());
        assertThat(people.now(absorbed).enters()).isTrue();
        assertThat(people.now(absorbed).email()).isEqualTo(absorbed.email());
        assertThat(certificates.of(kept.id())).hasSize(1);
        assertThat(certificates.of(absorbed.id())).hasSize(1);
        assertThat(inbox(people.now(kept))).isEmpty();
        assertThat(inbox(people.now(absorbed))).containsExactly(before.id());
        assertThat(requests.look(operator, request, "").merge())
                .isNotNull()
                .satisfies(merge -> assertThat(merge.stands()).isFalse());
        refused(MergeRefusal.NOT_MERGED, () -> merges.undo(operator, request));
        jobs.runTasks();
        assertThat(TestMail.subject(TestMail.newest(absorbed.email()))).contains("annulée");
    }

    @Test
    void afterTheWindowItIsFinal() {
        merge();
        clock.advance(Duration.ofDays(30));
        refused(MergeRefusal.OVER, () -> merges.undo(operator, request));
        assertThat(people.now(absorbed).enters()).isFalse();
    }

    @Test
    void aDraftIsTheKeptAccountsAndGoesBack() {
        UUID draft = letters.draft(absorbed);
        merge();
        assertThat(author(draft)).isEqualTo(kept.id());
        merges.undo(operator, request);
        assertThat(author(draft)).isEqualTo(absorbed.id());
    }

    @Test
    @Tag("O-2")
    void onlyTheSupportDecidesAndNobodyAboutThemselves() {
        for (Person stranger : List.of(kept, partner, people.active(Profile.AUDITOR))) {
            refused(CardRefusal.SUPPORT_ONLY, () -> requests.list(stranger, true));
            refused(CardRefusal.SUPPORT_ONLY, () -> requests.look(stranger, request, ""));
            refused(CardRefusal.SUPPORT_ONLY, () -> merges.plan(stranger, request, absorbed.id()));
            refused(CardRefusal.SUPPORT_ONLY, () -> merges.merge(stranger, request, absorbed.id(), CHECKED));
            refused(CardRefusal.SUPPORT_ONLY, () -> requests.refuse(stranger, request, "Non."));
            refused(CardRefusal.SUPPORT_ONLY, () -> merges.undo(stranger, request));
        }
        refused(CardRefusal.CHECK_REQUIRED, () -> merges.merge(operator, request, absorbed.id(), " "));
        refused(MergeRefusal.OWN, () -> merges.merge(operator, request, operator.id(), CHECKED));
        refused(MergeRefusal.SAME, () -> merges.merge(operator, request, kept.id(), CHECKED));
        refused(MergeRefusal.OTHER_UNKNOWN, () -> merges.merge(operator, request, UUID.randomUUID(), CHECKED));
        refused(
                MergeRefusal.PROFILE,
                () -> merges.merge(operator, request, people.administrator().id(), CHECKED));
        Person suspended = people.who(Profile.GREFFIER).suspended();
        refused(MergeRefusal.NOT_ACTIVE, () -> merges.merge(operator, request, suspended.id(), CHECKED));
        assertThat(people.now(absorbed).enters()).isTrue();
    }

    @Test
    void whatHasAbsorbedIsNeverAbsorbed() {
        merge();
        Person third = people.clerk();
        requests.ask(third, new Reach(third.name(), third.email(), "05 56 00 00 01", "", ""), serial);
        UUID next = requests.list(operator, true).stream()
                .filter(one -> one.person().equals(third.id()))
                .findFirst()
                .orElseThrow()
                .id();
        refused(MergeRefusal.CHAINED, () -> merges.merge(operator, next, kept.id(), CHECKED));
        refused(MergeRefusal.CHAINED, () -> merges.merge(operator, next, absorbed.id(), CHECKED));
    }

    @Test
    @Tag("O-2")
    void ofTwoOperatorsOneAnswers() throws Exception {
        Person second = people.active(Profile.SUPPORT);
        List<Callable<Boolean>> both = List.of(
                attempt(() -> merges.merge(operator, request, absorbed.id(), CHECKED)),
                attempt(() -> requests.refuse(second, request, "Personne ne répond.")));
        var barrier = new CyclicBarrier(2);
        var answers = new ArrayList<Boolean>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var answer : threads.invokeAll(both.stream()
                    .<Callable<Boolean>>map(one -> () -> {
                        barrier.await();
                        return one.call();
                    })
                    .toList())) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).containsExactlyInAnyOrder(true, false);
        boolean merged = requests.look(operator, request, "").request().state() == MergeRequest.State.MERGED;
        assertThat(people.now(absorbed).enters()).isEqualTo(!merged);
    }

    @Test
    void aRefusalIsToldWithItsReasonAndAskedForOnceAtATime() {
        refused(
                MergeRefusal.ASKED_ALREADY,
                () -> requests.ask(kept, new Reach(kept.name(), kept.email(), "05 56 00 00 00", "", ""), serial));
        requests.refuse(operator, request, "Le second compte n’est pas le vôtre.");
        jobs.runTasks();
        assertThat(TestMail.text(TestMail.newest(kept.email()))).contains("n’est pas le vôtre");
        refused(MergeRefusal.ANSWERED, () -> merges.merge(operator, request, absorbed.id(), CHECKED));
        requests.ask(kept, new Reach(kept.name(), kept.email(), "05 56 00 00 00", "", ""), "0a:0B");
        assertThat(requests.waiting(kept)).isTrue();
    }

    private void merge() {
        merges.merge(operator, request, absorbed.id(), CHECKED);
    }

    private Map<String, Merge.Part> plan() {
        return merges.plan(operator, request, absorbed.id()).stream()
                .collect(Collectors.toMap(Merge.Part::subject, part -> part));
    }

    private long facts() {
        return jdbc.sql("select count(*) from event").query(Long.class).single();
    }

    private List<UUID> inbox(Person person) {
        return boxes.inbox(person, BoxQuery.newest()).rows().stream()
                .map(BoxRow::id)
                .toList();
    }

    private List<UUID> sent(Person person) {
        return boxes.sent(person, BoxQuery.newest()).rows().stream()
                .map(BoxRow::id)
                .toList();
    }

    private List<Map<String, Object>> rows(Message message) {
        var rows = new ArrayList<Map<String, Object>>();
        for (String table : List.of("recipient", "coverage")) {
            rows.addAll(jdbc.sql("select * from " + table + " where message = ?")
                    .param(message.id())
                    .query()
                    .listOfRows());
        }
        rows.forEach(row -> row.replaceAll((column, value) ->
                value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value)));
        return rows;
    }

    private void download(Person reader, Message message) throws IOException {
        var offer = downloads.file(
                reader, message.id(), message.attachments().getFirst().file());
        offer.handOver(0, offer.length(), new ByteArrayOutputStream());
    }

    private UUID author(UUID message) {
        return jdbc.sql("select sender from message where id = ?")
                .param(message)
                .query(UUID.class)
                .single();
    }

    private static Callable<Boolean> attempt(Runnable act) {
        return () -> {
            try {
                act.run();
                return true;
            } catch (RefusedException refused) {
                return false;
            }
        };
    }

    private static void refused(Refusal refusal, Runnable act) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, act::run);
        assertThat(refused).as("%s", refusal).isNotNull();
        assertThat(refused.refusal()).isEqualTo(refusal);
    }
}
