package fr.pli.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.Statements;
import fr.pli.exchange.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@ExchangeTest
@Tag("R-1")
class JournalTest {

    @Autowired
    Journal journal;

    @Autowired
    JournalPages pages;

    @Autowired
    Sequencer sequencer;

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    final UUID person = UUID.randomUUID();
    final UUID message = UUID.randomUUID();

    @AfterEach
    void afterwards() {
        clock.reset();
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    @Tag("Q-4")
    void whatOneUnitAppendsIsWrittenTogetherBeforeItsCommitInItsOrder() {
        from("192.0.2.77");
        journal.append(Fact.of("test.first").message(message));
        Statements.Asked asked = Statements.of(() -> units.run(() -> {
            journal.append(Fact.of("test.second").message(message));
            journal.appendAll(List.of(
                    Fact.of("test.third").message(message),
                    Fact.of("test.fourth").message(message)));
        }));
        assertThat(asked.texts()).as(asked.lines()).hasSize(2);
        assertThat(asked.of("insert into event ")).hasSize(1);
        assertThat(pages.read(JournalQuery.ofMessage(message), null, 10))
                .extracting(Entry::kind)
                .containsExactly("test.fourth", "test.third", "test.second", "test.first");
        assertThat(pages.read(JournalQuery.ofMessage(message), null, 10))
                .extracting(Entry::source)
                .containsOnly("192.0.2.77");
    }

    @Test
    void aSourceThatWasFirstNamedInAUnitThatFailedIsNamedAnew() {
        from("192.0.2.78");
        assertThatThrownBy(() -> units.run(() -> {
                    journal.append(Fact.of("test.lost").message(message));
                    throw new IllegalArgumentException("it did not happen");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        journal.append(Fact.of("test.kept").message(message));
        assertThat(pages.read(JournalQuery.ofMessage(message), null, 10))
                .extracting(Entry::kind, Entry::source)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("test.kept", "192.0.2.78"));
    }

    @Test
    void aFactIsWrittenToTheSecondWithActorObjectDigestAndSize() {
        UUID file = UUID.randomUUID();
        journal.append(Fact.of("test.full")
                .by(person)
                .message(message)
                .file(file)
                .content("ab".repeat(32), 1_903_224_118L)
                .detail("b", 2)
                .detail("a", "é"));
        Entry entry = pages.read(JournalQuery.ofMessage(message), null, 10).getFirst();
        assertThat(entry.kind()).isEqualTo("test.full");
        assertThat(entry.actor()).isEqualTo(person);
        assertThat(entry.file()).isEqualTo(file);
        assertThat(entry.fingerprint()).isEqualTo("ab".repeat(32));
        assertThat(entry.size()).isEqualTo(1_903_224_118L);
        assertThat(entry.details()).containsExactlyInAnyOrderEntriesOf(Map.of("a", "é", "b", "2"));
        assertThat(entry.at().getNano()).isZero();
        assertThat(Duration.between(entry.at(), clock.instant())).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aFactThatIsRolledBackLeavesNothing() {
        assertThatThrownBy(() -> units.run(() -> {
                    journal.append(Fact.of("test.never").message(message));
                    throw new IllegalArgumentException("it did not happen");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(pages.read(JournalQuery.ofMessage(message), null, 10)).isEmpty();
    }

    @Test
    void twoSequencersAndManyWritersMakeDenseAndCompleteNumbers() throws Exception {
        int writers = 4;
        int each = 150;
        var writing = new AtomicInteger(writers);
        var work = new ArrayList<Callable<Boolean>>();
        for (int writer = 0; writer < writers; writer++) {
            work.add(() -> {
                for (int i = 0; i < each; i++) {
                    journal.append(Fact.of("test.busy").message(message).by(person));
                }
                writing.decrementAndGet();
                return true;
            });
        }
        for (int node = 0; node < 2; node++) {
            work.add(() -> {
                while (writing.get() > 0) {
                    sequencer.catchUp();
                }
                return true;
            });
        }
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        sequencer.catchUp();

        assertThat(pages.pending()).isZero();
        assertThat(count("select count(*) from journal")).isEqualTo(count("select count(*) from event"));
        assertThat(count("select max(seq) from journal")).isEqualTo(count("select count(*) from journal"));
        assertThat(count("select min(seq) from journal")).isEqualTo(1);
        assertThat(count("select count(*) from event where message = '" + message + "'"))
                .isEqualTo(writers * each);
    }

    @Test
    void theApplicationCanNeitherChangeNorRemoveWhatIsWritten() {
        journal.append(Fact.of("test.kept").message(message));
        sequencer.catchUp();
        for (String statement : List.of(
                "update event set kind = 'forged'",
                "delete from event",
                "update journal set seq = seq + 1",
                "delete from journal",
                "truncate table journal",
                "drop table event",
                "alter table event add column forged int")) {
            assertThatThrownBy(() -> jdbc.sql(statement).update())
                    .as(statement)
                    .hasStackTraceContaining("command denied to user 'pli'");
        }
    }

    @Test
    void theLeafIsTheHashOfRfc6962OverTheDocumentedEncoding() {
        var leaf = new Leaf(
                UUID.fromString("0192f0c1-0000-7000-8000-000000000001"),
                "a.b",
                Instant.parse("2026-11-22T10:42:00Z"),
                null,
                null,
                null,
                null,
                null,
                null,
                7L,
                null,
                null,
                Map.of("k", "é"));
        String expected = "01"
                + "00000024" + hex("0192f0c1-0000-7000-8000-000000000001")
                + "00000003" + hex("a.b")
                + "00000014" + hex("2026-11-22T10:42:00Z")
                + "ffffffff".repeat(6)
                + "00000001" + hex("7")
                + "ffffffff".repeat(2)
                + "00000001" + hex("1")
                + "00000001" + hex("k")
                + "00000002" + "c3a9";
        assertThat(HexFormat.of().formatHex(leaf.encoded())).isEqualTo(expected);
        assertThat(HexFormat.of().formatHex(leaf.hash()))
                .isEqualTo("0264288fccfe91d05b7df620c59b3029eb6d8525daa00cca3dd28558d95545c0");
    }

    @Test
    void whatIsWrittenIsTheHashOfWhatIsRead() {
        from("192.0.2.7");
        UUID identity = journal.identify("Claire Lefèvre <c.lefevre@exemple.fr>");
        journal.append(Fact.of("test.hashed").message(message).about(person).detail("identity", identity));
        sequencer.catchUp();
        record Written(Leaf leaf, byte[] hash) {}
        Written written = jdbc.sql("""
                select e.*, j.leaf_hash, lower(sha2(concat(s.salt, s.value), 256)) source_hash,
                  lower(sha2(concat(i.salt, convert(i.value using binary)), 256)) identity_hash
                from event e join journal j on j.event_id = e.id
                join journal_identity s on s.ref = e.source
                join journal_identity i on i.ref = :identity
                where e.message = :message
                """)
                .param("identity", identity)
                .param("message", message)
                .query((row, number) -> new Written(Sequencer.leaf(row), row.getBytes("leaf_hash")))
                .single();
        assertThat(written.leaf().sourceHash()).hasSize(64);
        assertThat(written.leaf().identityHash()).hasSize(64);
        assertThat(written.hash()).isEqualTo(written.leaf().hash());
    }

    @Test
    @Tag("Q-11")
    void theSourceAddressIsErasedAfterItsTimeAndTheFactStays() {
        from("192.0.2.8");
        journal.append(Fact.of("test.source").message(message));
        journal.append(Fact.of("test.source").message(message));
        assertThat(pages.read(JournalQuery.ofMessage(message), null, 10))
                .hasSize(2)
                .allMatch(entry -> "192.0.2.8".equals(entry.source()));

        clock.advance(Duration.ofDays(364));
        jobs.sweep("journal.upkeep");
        assertThat(pages.read(JournalQuery.ofMessage(message), null, 1)
                        .getFirst()
                        .source())
                .isEqualTo("192.0.2.8");

        clock.advance(Duration.ofDays(3));
        jobs.sweep("journal.upkeep");
        assertThat(pages.read(JournalQuery.ofMessage(message), null, 10))
                .hasSize(2)
                .allMatch(entry -> entry.source() == null);
        assertThat(count("select count(*) from journal_identity where value = '192.0.2.8' or salt is null and value"
                        + " is not null"))
                .isZero();
    }

    @Test
    void repeatedRefusalsAreToldOnceThenOnceAMinuteWithTheirNumber() {
        Fact refusal = Fact.of("test.refused").by(person).message(message);
        for (int i = 0; i < 5; i++) {
            journal.appendCounted(refusal);
        }
        assertThat(pages.read(JournalQuery.ofMessage(message), null, 10)).hasSize(1);

        clock.advance(Duration.ofSeconds(61));
        jobs.sweep("journal.upkeep");
        jobs.sweep("journal.upkeep");
        List<Entry> told = pages.read(JournalQuery.ofMessage(message), null, 10);
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().details()).containsEntry("repeated", "4");

        journal.appendCounted(refusal);
        assertThat(pages.read(JournalQuery.ofMessage(message), null, 10)).hasSize(3);
    }

    @Test
    @Tag("R-2")
    void aPersonsFactsAreReadPageByPageInWhateverRole() {
        for (int i = 0; i < 4; i++) {
            journal.append(Fact.of("test.actor").by(person));
            journal.append(Fact.of("test.for").by(UUID.randomUUID()).actingFor(person));
            journal.append(Fact.of("test.subject").about(person).by(person));
            journal.append(Fact.of("test.other").by(UUID.randomUUID()));
        }
        var seen = new ArrayList<UUID>();
        UUID after = null;
        List<Entry> page;
        do {
            page = pages.read(JournalQuery.ofPerson(person), after, 5);
            page.forEach(entry -> seen.add(entry.id()));
            after = page.isEmpty() ? null : page.getLast().id();
        } while (page.size() == 5);
        assertThat(seen).hasSize(12);
        assertThat(new HashSet<>(seen)).hasSize(12);
        assertThat(seen)
                .isSortedAccordingTo(
                        java.util.Comparator.comparing(UUID::toString).reversed());
    }

    @Test
    @Tag("R-2")
    void theJournalIsFilteredByKindMessageAndDates() {
        Instant before = clock.instant();
        clock.advance(Duration.ofDays(1));
        journal.append(Fact.of("test.dated").message(message));
        clock.advance(Duration.ofDays(1));
        journal.append(Fact.of("test.later").message(message));

        assertThat(pages.read(
                        new JournalQuery(
                                null, null, message, before, clock.instant().minusSeconds(3600)),
                        null,
                        9))
                .extracting(Entry::kind)
                .containsExactly("test.dated");
        assertThat(pages.read(new JournalQuery("test.later", null, message, null, null), null, 9))
                .extracting(Entry::words)
                .containsExactly("journal.kind.test.later");
        assertThat(pages.kinds()).contains("test.dated", "test.later");
    }

    private void from(String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
