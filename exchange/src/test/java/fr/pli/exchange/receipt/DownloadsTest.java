package fr.pli.exchange.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.Deposits;
import fr.pli.exchange.attachment.StoredFile;
import fr.pli.exchange.attachment.StoredFiles;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageRefusal;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.message.Messaging;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ExchangeTest
@Tag("U-11")
class DownloadsTest {

    private static final int SEGMENT = 64 * 1024;

    @Autowired
    Downloads downloads;

    @Autowired
    Handovers handovers;

    @Autowired
    Ledger ledger;

    @Autowired
    Receipts receipts;

    @Autowired
    StoredFiles files;

    @Autowired
    fr.pli.exchange.delegation.Delegations delegations;

    @Autowired
    Messages messages;

    @Autowired
    Messaging messaging;

    @Autowired
    Directory directory;

    @Autowired
    ReceiptSettings settings;

    @Autowired
    Letters letters;

    @Autowired
    Deposits deposits;

    @Autowired
    Jobs jobs;

    @Autowired
    fr.pli.exchange.message.Lifetimes lifetimes;

    @Autowired
    TestClock clock;

    private final byte[] content = Deposits.random(10 * SEGMENT + 17);
    private Person sender;
    private Person reader;
    private Message message;
    private UUID file;

    @BeforeEach
    void aLetterWithOneFile() {
        sender = letters.greffier();
        reader = letters.partner();
        message = letters.sent(sender, List.of(reader), Map.of("pièces/scanner.zip", content));
        file = message.attachments().getFirst().file();
    }

    @AfterEach
    void timeGoesOnAsUsual() {
        clock.reset();
    }

    @Test
    @Tag("U-8")
    void whatIsReadIsWhatWasSentAndCountsOnce() throws IOException {
        assertThat(read(0, content.length)).isEqualTo(content);
        Receipt receipt = receipt();
        assertThat(receipt.completeAt()).isNotNull();
        assertThat(receipt.percent()).isEqualTo(100);
        read(0, content.length);
        assertThat(receipt()).isEqualTo(receipt);
        assertThat(letters.facts("download.started", message)).isEqualTo(1);
        assertThat(letters.facts("download.completed", message)).isEqualTo(1);
        assertThat(receipts.missing(message.id(), reader.id())).isEmpty();
    }

    @Test
    void cutAtSixtyPercentIsNoDownloadAndResumedIsOne() throws IOException {
        int cut = content.length * 60 / 100;
        assertThatThrownBy(() -> offer().handOver(0, content.length, new Leaving(cut)))
                .isInstanceOf(IOException.class);
        Receipt interrupted = receipt();
        assertThat(interrupted.completeAt()).isNull();
        assertThat(interrupted.bytes()).isLessThanOrEqualTo(cut).isGreaterThanOrEqualTo(cut - 2L * SEGMENT);
        assertThat(letters.facts("download.progress", message)).isEqualTo(1);
        assertThat(letters.facts("download.completed", message)).isZero();

        assertThat(read(interrupted.bytes(), content.length))
                .isEqualTo(Arrays.copyOfRange(content, (int) interrupted.bytes(), content.length));
        assertThat(receipt().completeAt()).isNotNull();
        assertThat(letters.facts("download.completed", message)).isEqualTo(1);
    }

    @Test
    @Tag("U-12")
    void whatWasHandedOverBeforeTheStoreFailedIsNotMissingWhenTheReaderGoesOnFromThere() throws IOException {
        deposits.touch(file, 5 * SEGMENT);
        var out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> offer().handOver(0, content.length, out)).isInstanceOf(IOException.class);
        assertThat(out.size()).isPositive();
        assertThat(receipt().bytes()).isEqualTo(out.size());

        deposits.touch(file, 5 * SEGMENT);
        read(out.size(), content.length);
        assertThat(receipt().completeAt()).isNotNull();
        assertThat(letters.facts("download.completed", message)).isEqualTo(1);
    }

    @Test
    void cutWithinTheLastSegmentIsNoDownloadAndNoUnobservedEnd() {
        assertThatThrownBy(() -> offer().handOver(0, content.length, new Leaving(content.length - 5)))
                .isInstanceOf(IOException.class);
        assertThat(receipt().completeAt()).isNull();
        assertThat(receipt().percent()).isBetween(80, 99);
        clock.advance(Duration.ofMinutes(5));
        jobs.sweep("receipt-unobserved");
        assertThat(receipt().unobservedEnd()).isFalse();
    }

    @Test
    void rangesInAnyOrderCountTogether() throws IOException {
        read(5 * SEGMENT + 3, content.length);
        read(100, SEGMENT);
        read(SEGMENT, 5L * SEGMENT + 3);
        assertThat(receipt().completeAt()).isNull();
        assertThat(receipt().bytes()).isEqualTo(content.length - 100);
        read(0, 100);
        assertThat(receipt().completeAt()).isNotNull();
        assertThat(letters.facts("download.completed", message)).isEqualTo(1);
    }

    @Test
    void thirtyAtOnceAreOneDownload() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 30)
                    .mapToObj(i -> pool.submit(() -> read(0, content.length)))
                    .toList();
            for (var one : all) {
                assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo(content);
            }
        }
        assertThat(letters.facts("download.started", message)).isEqualTo(1);
        assertThat(letters.facts("download.completed", message)).isEqualTo(1);
    }

    @Test
    void twoNodesServingOneHalfEachMakeOneDownload() throws Exception {
        var other = new Handovers(ledger, files, messages, directory, delegations, clock, settings);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = pool.submit(() -> read(0, content.length / 2));
            var second = pool.submit(() -> {
                try (Handover handover = other.open(new Reader(reader.id(), reader.id()), message, file)) {
                    handover.hand(stored(), content.length / 2, content.length, OutputStream.nullOutputStream());
                }
                return null;
            });
            first.get(60, TimeUnit.SECONDS);
            second.get(60, TimeUnit.SECONDS);
        }
        assertThat(letters.facts("download.completed", message)).isEqualTo(1);
    }

    @Test
    void aServerThatDiesWithinTheLastBytesLeavesServedEndNotObserved() {
        CoverageId id = CoverageId.of(reader.id(), message.id(), file);
        ledger.begin(id, stored());
        ledger.announce(id, Spans.of(0, content.length - 100), Spans.of(content.length - 100, content.length));
        jobs.sweep("receipt-unobserved");
        assertThat(receipt().unobservedEnd()).isFalse();

        clock.advance(Duration.ofMinutes(2));
        jobs.sweep("receipt-unobserved");
        jobs.sweep("receipt-unobserved");
        assertThat(receipt().unobservedEnd()).isTrue();
        assertThat(receipt().completeAt()).isNull();
        assertThat(letters.facts("download.unobserved", message)).isEqualTo(1);
        assertThat(letters.facts("download.completed", message)).isZero();
    }

    @Test
    void theSendersOwnDownloadIsNoReceipt() throws IOException {
        var out = new ByteArrayOutputStream();
        downloads.file(sender, message.id(), file).handOver(0, content.length, out);
        assertThat(out.toByteArray()).isEqualTo(content);
        assertThat(receipts.of(message.id())).isEmpty();
        assertThat(letters.facts("download.started", message)).isZero();
    }

    @Test
    void somebodySuspendedMeanwhileGetsNoFurtherSegment() throws Exception {
        interrupted(() -> letters.suspend(reader));
    }

    @Test
    void aMessageDeletedMeanwhileGivesNoFurtherSegment() throws Exception {
        interrupted(() -> messaging.delete(sender, message.id()));
    }

    @Test
    void theEndOfLifeCutsByTheClockAlone() throws Exception {
        var slow = new Slow();
        var transfer = Thread.ofVirtual().start(slow.reading(offer(), content.length));
        slow.awaitBegun();
        clock.advance(Duration.ofDays(15));
        slow.goOn.countDown();
        transfer.join();
        assertThat(slow.failure).isInstanceOf(RightLostException.class);
    }

    @Test
    @Tag("X-8")
    void aShortenedEndCutsARunningDownloadByTheNewClock() throws Exception {
        var slow = new Slow();
        var transfer = Thread.ofVirtual().start(slow.reading(offer(), content.length));
        slow.awaitBegun();
        lifetimes.change(sender, message.id(), 1);
        handovers.watch();
        clock.advance(Duration.ofDays(1));
        slow.goOn.countDown();
        transfer.join();
        assertThat(slow.failure).isInstanceOf(RightLostException.class);
    }

    @Test
    @Tag("X-8")
    void anExtendedEndLetsARunningDownloadGoOn() throws Exception {
        var slow = new Slow();
        var transfer = Thread.ofVirtual().start(slow.reading(offer(), content.length));
        slow.awaitBegun();
        lifetimes.change(sender, message.id(), 30);
        handovers.watch();
        clock.advance(Duration.ofDays(15));
        slow.goOn.countDown();
        transfer.join();
        assertThat(slow.failure).isNull();
    }

    private void interrupted(Runnable loss) throws Exception {
        var slow = new Slow();
        var transfer = Thread.ofVirtual().start(slow.reading(offer(), content.length));
        slow.awaitBegun();
        assertThat(receipts.transferring(message.id(), reader.id())).isTrue();
        loss.run();
        handovers.watch();
        slow.goOn.countDown();
        transfer.join();
        assertThat(slow.failure).isInstanceOf(RightLostException.class);
        assertThat(slow.taken).isLessThanOrEqualTo(SEGMENT);
        assertThat(receipts.of(message.id()).getFirst().completeAt()).isNull();
    }

    @Test
    void aRunningTransferIsWrittenWhileItRuns() throws Exception {
        var slow = new Slow();
        slow.holdAfter = 4;
        var transfer = Thread.ofVirtual().start(slow.reading(offer(), content.length));
        slow.awaitBegun();
        handovers.flush();
        assertThat(receipt().running()).isTrue();
        assertThat(receipt().bytes()).isGreaterThanOrEqualTo(2L * SEGMENT);
        slow.goOn.countDown();
        transfer.join();
        assertThat(receipt().completeAt()).isNotNull();
    }

    @Test
    @Tag("U-9")
    void membersOfAZipCountOneByOneAndItsHeadersForNobody() throws IOException {
        Person another = letters.partner();
        byte[] small = Deposits.random(100);
        Message two = letters.sent(sender, List.of(another), Map.of("a.bin", content, "dossier/b.bin", small));
        Offer zip = downloads.zip(another, two.id(), List.of());
        var out = new ByteArrayOutputStream();
        zip.handOver(0, zip.length(), out);
        assertThat(out.size()).isEqualTo(zip.length());
        assertThat(receipts.missing(two.id(), another.id())).isEmpty();
        assertThat(letters.facts("download.completed", two)).isEqualTo(2);

        Person third = letters.partner();
        Message again = letters.sent(sender, List.of(third), Map.of("a.bin", content, "dossier/b.bin", small));
        Offer ranged = downloads.zip(third, again.id(), List.of());
        ranged.handOver(0, 60, OutputStream.nullOutputStream());
        ranged.handOver(ranged.length() - 60, ranged.length(), OutputStream.nullOutputStream());
        assertThat(receipts.of(again.id())).isEmpty();
        long middle = ranged.length() / 2;
        ranged.handOver(0, middle, OutputStream.nullOutputStream());
        assertThat(receipts.missing(again.id(), third.id())).isNotEmpty();
        ranged.handOver(middle, ranged.length(), OutputStream.nullOutputStream());
        assertThat(receipts.missing(again.id(), third.id())).isEmpty();
        assertThat(letters.facts("download.completed", again)).isEqualTo(2);
    }

    @Test
    void strangersUnknownIdsAndExpiredMessagesGetNothing() {
        Person stranger = letters.partner();
        refused(() -> downloads.file(stranger, message.id(), file), MessageRefusal.UNKNOWN.code());
        refused(() -> downloads.file(reader, Letters.unknown(), file), MessageRefusal.UNKNOWN.code());
        refused(() -> downloads.zip(stranger, message.id(), List.of()), MessageRefusal.UNKNOWN.code());
        clock.advance(Duration.ofDays(15));
        refused(() -> downloads.file(reader, message.id(), file), ReceiptRefusal.EXPIRED.code());
        refused(() -> downloads.file(stranger, message.id(), file), MessageRefusal.UNKNOWN.code());
    }

    @Test
    void aFingerprintIsConfirmedOnlyWhenItIsRightAndSomethingWasHandedOver() throws IOException {
        String right = Letters.sha256(content);
        refused(() -> downloads.confirm(reader, message.id(), file, right), ReceiptRefusal.NOT_DOWNLOADED.code());
        read(0, content.length);
        assertThat(downloads.confirm(reader, message.id(), file, "0".repeat(64)))
                .isFalse();
        assertThat(receipt().confirmedAt()).isNull();
        assertThat(downloads.confirm(reader, message.id(), file, right)).isTrue();
        assertThat(downloads.confirm(reader, message.id(), file, right)).isTrue();
        assertThat(receipt().confirmedAt()).isNotNull();
        assertThat(letters.facts("download.confirmed", message)).isEqualTo(1);
        assertThat(downloads.confirm(sender, message.id(), file, right)).isTrue();
        refused(() -> downloads.confirm(reader, message.id(), file, "x"), ReceiptRefusal.NO_FINGERPRINT.code());
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(
                        refused.refusal().code())
                .isEqualTo(code));
    }

    private Offer offer() {
        return downloads.file(reader, message.id(), file);
    }

    private byte[] read(long from, long to) throws IOException {
        var out = new ByteArrayOutputStream();
        offer().handOver(from, to, out);
        return out.toByteArray();
    }

    private StoredFile stored() {
        return files.find(file).orElseThrow();
    }

    private Receipt receipt() {
        return receipts.of(message.id()).getFirst();
    }

    /** A reader who leaves after so many bytes. */
    private static final class Leaving extends OutputStream {

        private int left;

        Leaving(int bytes) {
            this.left = bytes;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw new IOException("connection reset");
            }
        }
    }

    /** A reader who takes some pieces and then waits. */
    private static final class Slow extends OutputStream {

        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);
        int holdAfter = 1;
        volatile long taken;
        volatile Throwable failure;
        private int pieces;

        void awaitBegun() throws InterruptedException {
            assertThat(begun.await(20, TimeUnit.SECONDS)).as("%s", failure).isTrue();
        }

        Runnable reading(Offer offer, long length) {
            return () -> {
                try {
                    offer.handOver(0, length, this);
                } catch (IOException | RuntimeException ended) {
                    failure = ended;
                }
            };
        }

        @Override
        public void write(int b) {
            taken++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            taken += length;
            if (++pieces == holdAfter) {
                begun.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
