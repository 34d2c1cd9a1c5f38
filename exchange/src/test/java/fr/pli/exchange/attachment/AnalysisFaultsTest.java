package fr.pli.exchange.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.Clamd;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.FaultyClamd;
import fr.pli.exchange.testing.TestClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

/** A scanner that answers its watch well and fails on the file itself: slow, cut, nonsense. */
@ExchangeTest
class AnalysisFaultsTest {

    @Autowired
    Deposits deposits;

    @Autowired
    StoredFiles files;

    @Autowired
    AnalysisVerdicts verdicts;

    @Autowired
    AnalysisRows rows;

    @Autowired
    AnalysisLanes lanes;

    @Autowired
    AnalysisPace pace;

    @Autowired
    ClamdPresence presence;

    @Autowired
    AnalysisSettings settings;

    @Autowired
    AnalysisTask analysis;

    @Autowired
    Units units;

    @Autowired
    TestClock clock;

    @Test
    @Tag("U-6")
    void aFileWaitsWhileClamdCutsTheConnectionAndIsCleanAfterwards() throws Exception {
        waitsDuring(conversation -> conversation.take(20));
        waitsDuring(conversation -> {
            conversation.takeStream();
            conversation.say("stream: O");
        });
    }

    @Test
    @Tag("U-6")
    void aFileWaitsWhileClamdTalksNonsense() throws Exception {
        waitsDuring(conversation -> {
            conversation.takeStream();
            conversation.say("stream: OK FOUND maybe\0");
        });
    }

    @Test
    @Tag("U-6")
    void aFileWaitsWhileClamdIsSilent() throws Exception {
        waitsDuring(FaultyClamd.Conversation::stayOpen);
    }

    @Test
    @Tag("U-5")
    void aFileOnWhichClamdFailsAgainAndAgainIsUnscannableAndNotStuckForEver() throws Exception {
        UUID id = deposits.stored(Deposits.random(1000));
        try (var faulty = new FaultyClamd(conversation -> conversation.take(20))) {
            AnalysisTask failing = through(faulty);
            for (int attempt = 1; attempt < settings.attempts(); attempt++) {
                assertThat(failing.run(id.toString())).isAfter(clock.instant());
            }
            assertThat(files.find(id).orElseThrow().state()).isEqualTo(FileState.WAITING);
            assertThat(failing.run(id.toString())).isNull();
        }
        assertThat(files.find(id).orElseThrow().reason()).isEqualTo("SCANNER_FAILED");
        assertThat(files.find(id).orElseThrow().deliverable()).isFalse();
    }

    private void waitsDuring(FaultyClamd.Script script) throws Exception {
        UUID id = deposits.stored(Deposits.random(300_000));
        try (var faulty = new FaultyClamd(script)) {
            assertThat(through(faulty).run(id.toString()))
                    .isBetween(clock.instant(), clock.instant().plusSeconds(60));
        }
        assertThat(files.find(id)).hasValueSatisfying(file -> {
            assertThat(file.state()).isEqualTo(FileState.WAITING);
            assertThat(file.deliverable()).isFalse();
            assertThat(file.sha256()).isNotNull();
        });
        assertThat(analysis.run(id.toString())).isNull();
        assertThat(files.find(id).orElseThrow().state()).isEqualTo(FileState.CLEAN);
    }

    private AnalysisTask through(FaultyClamd faulty) {
        var client = new ClamdClient(new ClamdSettings(
                faulty.socket(),
                Clamd.shared().configuration(),
                Duration.ofMillis(300),
                Duration.ofMillis(500),
                DataSize.ofMegabytes(100)));
        var pass = new AnalysisPass(client, new MediaTypes(), settings);
        return new AnalysisTask(files, pass, verdicts, rows, lanes, pace, presence, settings, units, clock);
    }
}
