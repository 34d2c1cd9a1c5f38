package fr.pli.exchange.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.Deposits;
import fr.pli.exchange.message.BoxRule;
import fr.pli.exchange.message.HeardDeposits;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageOpened;
import fr.pli.exchange.message.MessageRefusal;
import fr.pli.exchange.message.Origin;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Downloads, previews and zips of what is no letter: by the rule of its place, file by file, while bytes travel too. */
@ExchangeTest
class DepositDownloadsTest {

    private static final int SEGMENT = 64 * 1024;
    private static final Instant TIME = Instant.parse("2026-11-22T09:43:08Z");

    @Autowired
    BoxRule rule;

    @Autowired
    Downloads downloads;

    @Autowired
    Previewing previewing;

    @Autowired
    Readings readings;

    @Autowired
    Receipts receipts;

    @Autowired
    Handovers handovers;

    @Autowired
    Letters letters;

    @Autowired
    HeardReceipts heard;

    @Autowired
    HeardDeposits opened;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final byte[] large = Deposits.random(3 * SEGMENT + 17);
    private final byte[] text = "Une note aux parties.".getBytes(StandardCharsets.UTF_8);
    private final Origin box = BoxRule.box();
    private Person depositor;
    private Person reader;
    private Person given;
    private Message deposit;
    private UUID scan;
    private UUID note;

    @BeforeEach
    void aDepositOfTwoFiles() {
        depositor = letters.greffier();
        reader = letters.partner();
        given = letters.partner();
        rule.posts(depositor, box);
        rule.reads(reader, box);
        var contents = new LinkedHashMap<String, byte[]>();
        contents.put("scan.bin", large);
        contents.put("note.txt", text);
        deposit = letters.deposited(depositor, box, contents);
        scan = deposit.attachments().getFirst().file();
        note = deposit.attachments().getLast().file();
        rule.has(given, note);
    }

    @AfterEach
    void timeGoesOnAsUsual() {
        clock.reset();
    }

    @Test
    @Tag("M-4")
    @Tag("E-8")
    void aFileThatWasNotGivenAnswersLikeOneThatTheMessageHasNot() {
        refused(() -> downloads.file(given, deposit.id(), scan), MessageRefusal.FILE_UNKNOWN);
        refused(() -> downloads.file(given, deposit.id(), UUID.randomUUID()), MessageRefusal.FILE_UNKNOWN);
        refused(() -> downloads.zip(given, deposit.id(), List.of(note, scan)), MessageRefusal.FILE_UNKNOWN);
        refused(() -> downloads.confirm(given, deposit.id(), scan, "0".repeat(64)), MessageRefusal.FILE_UNKNOWN);
        refused(() -> previewing.at(given, deposit.id(), scan), MessageRefusal.FILE_UNKNOWN);
        assertThat(downloads.file(given, deposit.id(), note).length()).isEqualTo(text.length);
        assertThat(previewing.at(given, deposit.id(), note).attachment().path()).isEqualTo("note.txt");
        assertThat(names(downloads.zip(given, deposit.id(), List.of()))).containsExactly("EMPREINTES.txt", "note.txt");
        assertThat(readings.received(given, deposit.id()).files())
                .extracting(line -> line.file().path())
                .containsExactly("note.txt");
        assertThat(readings.received(reader, deposit.id()).files()).hasSize(2);
        refused(() -> downloads.file(depositor, deposit.id(), note), MessageRefusal.UNKNOWN);
        assertThat(readings.sent(depositor, deposit.id())).isEmpty();
        refused(() -> readings.received(depositor, deposit.id()), MessageRefusal.UNKNOWN);
    }

    @Test
    @Tag("U-11")
    @Tag("E-6")
    void itsOwnerHearsOfADownloadWithItsFactAndNobodyIsWrittenTo() throws IOException {
        read(downloads.file(reader, deposit.id(), scan));
        read(downloads.file(reader, deposit.id(), scan));
        assertThat(heard.downloads(deposit.id())).singleElement().satisfies(completed -> {
            assertThat(completed.file()).isEqualTo(scan);
            assertThat(completed.reader()).isEqualTo(reader.id());
        });
        assertThat(receipts.missing(deposit.id(), reader.id())).containsExactly(note);
        clock.advance(Duration.ofDays(40));
        jobs.run();
        assertThat(jdbc.sql("select count(*) from mail where subject = ?")
                        .param(deposit.id())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from notice where message = ?")
                        .param(deposit.id())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(receipts.uncollected(deposit.id())).isEmpty();
    }

    @Test
    @Tag("U-10")
    @Tag("E-9")
    void itsOwnerHearsOnceThatAFileWasLookedAt() {
        for (int i = 0; i < 2; i++) {
            previewing.page(reader, previewing.at(reader, deposit.id(), note), 1);
        }
        assertThat(heard.looks(deposit.id())).singleElement().satisfies(seen -> {
            assertThat(seen.file()).isEqualTo(note);
            assertThat(seen.reader()).isEqualTo(reader.id());
        });
        Message letter = letters.sent(depositor, List.of(reader), Map.of("note.txt", text));
        UUID file = letter.attachments().getFirst().file();
        previewing.page(reader, previewing.at(reader, letter.id(), file), 1);
        assertThat(heard.looks(letter.id())).hasSize(1);
    }

    @Test
    @Tag("E-9")
    void openingIsToldForWhoMayReadAndMarksNothing() {
        readings.open(reader, deposit.id());
        readings.open(depositor, deposit.id());
        assertThat(opened.count(MessageOpened.class, deposit.id())).isOne();
        assertThat(letters.facts("message.seen", deposit)).isZero();
    }

    @Test
    @Tag("U-11")
    @Tag("E-8")
    void oneFileTakenBackCutsItsRunningTransferAndNoOther() {
        rule.has(given, scan);
        Offer running = downloads.file(given, deposit.id(), scan);
        assertThatThrownBy(() -> running.handOver(0, running.length(), new Watching(at -> {
                    if (at > 0) {
                        rule.loses(given, scan);
                        handovers.watch();
                    }
                })))
                .isInstanceOf(RightLostException.class);
        assertThat(receipts.missing(deposit.id(), given.id())).contains(scan);
        rule.has(given, scan);
        Offer other = downloads.file(given, deposit.id(), scan);
        var taken = new Watching(at -> {
            rule.loses(given, note);
            handovers.watch();
        });
        assertThat(handed(other, taken)).isEqualTo(large.length);
    }

    @Test
    @Tag("U-9")
    @Tag("U-11")
    void aZipOfSeveralMessagesCountsEachFileForItsMessage() throws IOException {
        Message letter = letters.sent(depositor, List.of(reader), Map.of("lettre.txt", text));
        UUID own = letter.attachments().getFirst().file();
        List<ZipEntry> entries = List.of(
                new ZipEntry(deposit.id(), note, "Expert/Notes/note.txt"),
                new ZipEntry(letter.id(), own, "Lettres/lettre.txt"),
                new ZipEntry(deposit.id(), scan, "Expert/Notes/scan.bin"));
        var index = new Enclosure("index.html", "<title>Dossier</title>".getBytes(StandardCharsets.UTF_8));
        Offer zip = downloads.zip(reader, entries, "dossier.zip", TIME, List.of(index));
        assertThat(zip.name()).isEqualTo("dossier.zip");
        assertThat(downloads
                        .zip(reader, entries, "dossier.zip", TIME, List.of(index))
                        .validator())
                .isEqualTo(zip.validator());
        byte[] whole = read(zip);
        assertThat(whole).hasSize((int) zip.length());
        assertThat(unpacked(whole).keySet())
                .containsExactly(
                        "EMPREINTES.txt",
                        "index.html",
                        "Expert/Notes/note.txt",
                        "Lettres/lettre.txt",
                        "Expert/Notes/scan.bin");
        assertThat(unpacked(whole).get("Expert/Notes/scan.bin")).isEqualTo(large);
        assertThat(heard.downloads(deposit.id()))
                .extracting(DownloadCompleted::file)
                .containsExactly(note, scan);
        assertThat(heard.downloads(letter.id()))
                .extracting(DownloadCompleted::file)
                .containsExactly(own);

        int from = whole.length / 3;
        var range = new ByteArrayOutputStream();
        zip.handOver(from, whole.length, range);
        assertThat(range.toByteArray()).isEqualTo(Arrays.copyOfRange(whole, from, whole.length));
    }

    @Test
    @Tag("U-9")
    @Tag("M-4")
    void aZipThatHoldsOneFileOneMayNotHaveIsRefusedAsAWhole() {
        Message letter = letters.sent(depositor, List.of(given), Map.of("lettre.txt", text));
        UUID own = letter.attachments().getFirst().file();
        var allowed = new ZipEntry(deposit.id(), note, "note.txt");
        List<ZipEntry> wrong = List.of(
                new ZipEntry(deposit.id(), scan, "scan.bin"),
                new ZipEntry(UUID.randomUUID(), scan, "x"),
                new ZipEntry(deposit.id(), UUID.randomUUID(), "x"),
                new ZipEntry(letter.id(), note, "x"));
        for (ZipEntry one : wrong) {
            refused(
                    () -> downloads.zip(given, List.of(allowed, one), "a.zip", TIME, List.of()),
                    MessageRefusal.UNKNOWN);
        }
        assertThat(downloads
                        .zip(given, List.of(allowed, new ZipEntry(letter.id(), own, "l.txt")), "a", TIME, List.of())
                        .length())
                .isPositive();
        refused(
                () -> downloads.zip(reader, List.of(new ZipEntry(letter.id(), own, "l")), "a.zip", TIME, List.of()),
                MessageRefusal.UNKNOWN);
        assertThatThrownBy(() -> downloads.zip(given, List.of(), "a.zip", TIME, List.of()))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(ReceiptRefusal.NOTHING_CHOSEN));
    }

    @Test
    @Tag("U-9")
    @Tag("U-11")
    void aLongZipAsksAgainBeforeEachLaterFileAndGivesNoByteOfOneThatWasTakenBack() {
        rule.has(given, scan);
        List<ZipEntry> entries =
                List.of(new ZipEntry(deposit.id(), note, "note.txt"), new ZipEntry(deposit.id(), scan, "scan.bin"));
        Offer zip = downloads.zip(given, entries, "dossier.zip", TIME, List.of());
        var out = new Watching(at -> {
            rule.loses(given, scan);
            clock.advance(Duration.ofSeconds(3));
        });
        assertThatThrownBy(() -> zip.handOver(0, zip.length(), out)).isInstanceOf(RightLostException.class);
        assertThat(heard.downloads(deposit.id()))
                .extracting(DownloadCompleted::file)
                .containsExactly(note);
        assertThat(receipts.of(deposit.id())).extracting(Receipt::file).containsExactly(note);
        assertThat(new String(out.toByteArray(), StandardCharsets.ISO_8859_1).split("PK\u0003\u0004"))
                .as("neither its header")
                .hasSize(3);
    }

    private static byte[] read(Offer offer) throws IOException {
        var out = new ByteArrayOutputStream();
        offer.handOver(0, offer.length(), out);
        return out.toByteArray();
    }

    private static int handed(Offer offer, Watching out) {
        try {
            offer.handOver(0, offer.length(), out);
        } catch (IOException cut) {
            throw new AssertionError(cut);
        }
        return out.size();
    }

    private static List<String> names(Offer offer) {
        try {
            return new ArrayList<>(unpacked(read(offer)).keySet());
        } catch (IOException cut) {
            throw new AssertionError(cut);
        }
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        var found = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                found.put(entry.getName(), in.readAllBytes());
            }
        }
        return found;
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, MessageRefusal refusal) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                .isEqualTo(refusal));
    }

    /** A reader during whose reading something happens before each piece. */
    private static final class Watching extends ByteArrayOutputStream {

        private final LongConsumer before;

        Watching(LongConsumer before) {
            this.before = before;
        }

        @Override
        public synchronized void write(byte[] buffer, int offset, int length) {
            before.accept(size());
            super.write(buffer, offset, length);
        }
    }
}
