package fr.pli.exchange.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import fr.pli.exchange.mail.MailFate;
import fr.pli.exchange.mail.Outbox;
import fr.pli.exchange.testing.Clamd;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExchangeTest
class AnalysisTest {

    private static final byte[] EICAR = Clamd.EICAR.getBytes(StandardCharsets.US_ASCII);

    @Autowired
    Deposits deposits;

    @Autowired
    StoredFiles files;

    @Autowired
    AnalysisTask analysis;

    @Autowired
    AnalysisVerdicts verdicts;

    @Autowired
    Outbox outbox;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HeardVerdicts heard;

    @AfterEach
    void everythingIsBack() {
        Clamd.shared().start();
        clock.reset();
    }

    @Test
    @Tag("U-4")
    @Tag("U-5")
    @Tag("U-7")
    void aCleanFileHasItsFingerprintItsTypeAndItsVerdict() throws Exception {
        byte[] letter = "%PDF-1.7 une lettre".getBytes(StandardCharsets.UTF_8);
        UUID id = deposits.stored(letter, 3, 9);
        assertThat(file(id).deliverable()).isFalse();

        assertThat(analysis.run(id.toString())).isNull();

        assertThat(file(id).state()).isEqualTo(FileState.CLEAN);
        assertThat(file(id).deliverable()).isTrue();
        assertThat(file(id).sha256()).isEqualTo(sha256(letter));
        assertThat(file(id).mediaType()).isEqualTo("application/pdf");
        assertThat(file(id).analysedAt()).isNotNull();
        assertThat(deposits.facts("file.analysed", id)).isOne();
        assertThat(deposits.read(id)).as("sealed again with its fingerprint").isEqualTo(letter);
    }

    @Test
    @Tag("U-3")
    void theFingerprintIsPartOfWhatIsSealed() throws Exception {
        UUID id = analysed("une lettre".getBytes(StandardCharsets.UTF_8));
        jdbc.sql("update file set sha256 = :other where id = :id")
                .param("other", "0".repeat(64))
                .param("id", id)
                .update();

        assertThat(catchThrowable(() -> deposits.read(id))).isInstanceOf(BrokenFile.class);
    }

    @Test
    @Tag("U-5")
    void anInfectedFileIsQuarantinedAndTheSenderAndTheAdministratorsAreTold() throws Exception {
        UUID administrator = deposits.owner();
        jdbc.sql("update person set profile = 'ADMINISTRATOR' where id = :id")
                .param("id", administrator)
                .update();

        UUID id = analysed(EICAR);

        assertThat(file(id).state()).isEqualTo(FileState.INFECTED);
        assertThat(file(id).reason()).startsWith("Eicar-Test-Signature");
        assertThat(file(id).deliverable()).isFalse();
        assertThat(deposits.facts("file.quarantined", id)).isOne();
        assertThat(outbox.about(id))
                .extracting(MailFate::reader, MailFate::template)
                .contains(
                        tuple(file(id).owner(), "file-quarantined"),
                        tuple(administrator, "file-quarantined-administrator"));

        jobs.runTasks();
        assertThat(outbox.about(id)).extracting(MailFate::state).doesNotContain(MailFate.State.CANCELLED);

        clock.advance(Duration.ofDays(31));
        jobs.sweep("attachment.analysis");
        assertThat(file(id).state()).as("after its time in quarantine").isEqualTo(FileState.ERASED);
    }

    @Test
    @Tag("U-5")
    void aFileThatCannotBeAnalysedIsRefusedAndSaysWhy() throws Exception {
        UUID id = analysed(new Zips().encrypted("secret", Zips.random(50)).build());

        assertThat(file(id).state()).isEqualTo(FileState.UNSCANNABLE);
        assertThat(file(id).reason()).isEqualTo("ENCRYPTED");
        assertThat(file(id).deliverable()).isFalse();
    }

    @Test
    @Tag("U-4")
    void aFileThatIsNotTheOneTheSenderChoseIsBroken() throws Exception {
        UUID id = deposits.stored("reçu".getBytes(StandardCharsets.UTF_8));
        files.claim(id, sha256("choisi".getBytes(StandardCharsets.UTF_8)));

        analysis.run(id.toString());

        assertThat(file(id).state()).isEqualTo(FileState.BROKEN);
        assertThat(file(id).reason()).isEqualTo("CLAIM_DIFFERS");
        assertThat(file(id).deliverable()).isFalse();
    }

    @Test
    @Tag("U-3")
    void aFileWhoseStoredBytesWereTouchedIsBroken() throws Exception {
        UUID id = deposits.stored(Deposits.random(200_000));
        deposits.touch(id, 70_000);

        assertThat(analysis.run(id.toString())).isNull();

        assertThat(file(id).state()).isEqualTo(FileState.BROKEN);
        assertThat(file(id).reason()).isEqualTo("UNREADABLE");
    }

    @Test
    @Tag("U-6")
    void whileClamdIsAwayAFileWaitsWithItsFingerprintAndIsCleanOnceClamdIsBack() throws Exception {
        UUID id = deposits.stored(Deposits.random(100_000));
        Clamd.shared().stop();

        Instant next = analysis.run(id.toString());

        assertThat(next).isBetween(clock.instant(), clock.instant().plusSeconds(60));
        assertThat(file(id).state()).isEqualTo(FileState.WAITING);
        assertThat(file(id).deliverable()).isFalse();
        assertThat(file(id).sha256()).isNotNull();
        assertThat(file(id).waitingSince()).isNotNull();
        jobs.sweep("attachment.scanner");
        jobs.sweep("attachment.analysis");

        Clamd.shared().start();
        jobs.sweep("attachment.scanner");
        jobs.sweep("attachment.analysis");
        jobs.runTasks();
        assertThat(file(id).state()).isEqualTo(FileState.CLEAN);
    }

    @Test
    @Tag("U-4")
    void aLaterPassMustFindTheSameFingerprint() throws Exception {
        UUID id = deposits.stored(Deposits.random(1000));
        verdicts.record(id, new AnalysisFindings("a".repeat(64), 1, "text/plain", null, null));
        assertThat(file(id).state()).isEqualTo(FileState.WAITING);

        analysis.run(id.toString());

        assertThat(file(id).state()).isEqualTo(FileState.BROKEN);
        assertThat(file(id).reason()).isEqualTo("CHANGED");
    }

    @Test
    @Tag("U-6")
    void administratorsAreToldOnceThatClamdStaysAway() throws Exception {
        UUID administrator = deposits.owner();
        jdbc.sql("update person set profile = 'ADMINISTRATOR' where id = :id")
                .param("id", administrator)
                .update();
        Clamd.shared().stop();
        jobs.sweep("attachment.scanner");
        jobs.sweep("attachment.analysis");
        assertThat(alarms(administrator)).as("not for a moment's absence").isZero();

        clock.advance(Duration.ofMinutes(2));
        jobs.sweep("attachment.analysis");
        clock.advance(Duration.ofHours(2));
        jobs.sweep("attachment.analysis");
        assertThat(alarms(administrator)).isOne();
    }

    @Test
    @Tag("U-5")
    void twoPassesOverOneFileAtTheSameTimeMakeOneVerdict() throws Exception {
        UUID id = deposits.stored(EICAR);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                threads.submit(() -> analysis.run(id.toString()));
            }
        }
        assertThat(file(id).state()).isEqualTo(FileState.INFECTED);
        assertThat(deposits.facts("file.quarantined", id)).isOne();
        assertThat(outbox.about(id).stream().filter(fate -> fate.template().equals("file-quarantined")))
                .hasSize(1);
        assertThat(heard.about(id).stream().filter(what -> what.startsWith("analysed")))
                .containsExactly("analysed as INFECTED");
    }

    @Test
    @Tag("X-11")
    void locksOfMessagesAreTakenBeforeTheFiles() throws Exception {
        UUID id = analysed("une lettre".getBytes(StandardCharsets.UTF_8));
        assertThat(heard.about(id)).containsExactly("due while WAITING", "analysed as CLEAN");
    }

    @Test
    @Tag("U-5")
    void aFileWithoutItsTaskIsFoundByTheSweep() throws Exception {
        UUID id = deposits.stored(Deposits.random(10));
        jdbc.sql("delete from long_tasks where task_instance = :id")
                .param("id", id.toString())
                .update();
        jobs.sweep("attachment.analysis");
        jobs.runTasks();
        assertThat(file(id).state()).isEqualTo(FileState.CLEAN);
    }

    private long alarms(UUID reader) {
        return jdbc.sql("select count(*) from mail where reader = :reader and template = 'scanner-away'")
                .param("reader", reader)
                .query(Long.class)
                .single();
    }

    private UUID analysed(byte[] bytes) throws IOException {
        UUID id = deposits.stored(bytes);
        assertThat(analysis.run(id.toString())).isNull();
        return id;
    }

    private StoredFile file(UUID id) {
        return files.find(id).orElseThrow();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
