package fr.pli.exchange.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.pli.exchange.testing.Clamd;
import fr.pli.exchange.testing.FaultyClamd;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class ClamdClientTest {

    private static final byte[] LARGE = new byte[4_000_000];

    @Test
    @Tag("U-5")
    void onlyTheWordOkIsClean() throws Exception {
        assertThat(scan(Clamd.shared().socket(), "Une lettre.".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Verdict.CLEAN);
        assertThat(scan(Clamd.shared().socket(), Clamd.EICAR.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Verdict.infected("Eicar-Test-Signature.UNOFFICIAL"));
    }

    @Test
    @Tag("U-5")
    void whatClamdRefusesInTheMiddleOfAStreamIsTooLarge() throws Exception {
        try (var clamd = Clamd.with(Map.of("StreamMaxLength", "1000000"))) {
            assertThat(scan(clamd.socket(), LARGE)).isEqualTo(Verdict.of(Unscannable.TOO_LARGE));
        }
    }

    @ParameterizedTest
    @Tag("U-5")
    @CsvSource({
        "Heuristics.Encrypted.Zip, ENCRYPTED",
        "Heuristics.Encrypted.7Zip, ENCRYPTED",
        "Heuristics.Encrypted.RAR, ENCRYPTED",
        "Heuristics.Encrypted.PDF, ENCRYPTED_DOCUMENT",
        "Heuristics.Limits.Exceeded.MaxFileSize, TOO_LARGE",
        "Heuristics.Limits.Exceeded.MaxScanSize, TOO_LARGE",
        "Heuristics.Limits.Exceeded.MaxScanTime, TOO_LONG",
        "Heuristics.Limits.Exceeded.MaxRecursion, NESTED_TOO_DEEP",
        "Heuristics.Limits.Exceeded.MaxFiles, TOO_MANY_MEMBERS",
        "Heuristics.Limits.Exceeded.SomethingNew, TOO_COMPLEX",
        "Heuristics.Limits.Exceeded, TOO_COMPLEX"
    })
    void heuristicsAboutLimitsAndPasswordsAreNotVirusesButNotCleanEither(String name, Unscannable why)
            throws Exception {
        assertThat(ClamdReply.parse("stream: " + name + " FOUND").verdict()).isEqualTo(Verdict.of(why));
    }

    @ParameterizedTest
    @Tag("U-6")
    @ValueSource(
            strings = {
                "stream: OK ",
                "stream: ok",
                "OK",
                "stream:OK",
                "stream: OK\n",
                "",
                "stream: FOUND",
                "stream:  FOUND",
                "stream: Can't allocate memory ERROR",
                "stream: a b FOUND",
                "1: stream: OK",
                "HTTP/1.1 400 Bad Request"
            })
    void everyOtherReplyIsTroubleAndNotAVerdict(String reply) {
        assertThat(catchThrowableOfType(ClamdTrouble.class, () -> ClamdReply.parse(reply)))
                .isNotNull();
    }

    @Test
    @Tag("U-6")
    void aReplyCutInTheMiddleIsTrouble() {
        assertThat(trouble(conversation -> {
                    conversation.takeStream();
                    conversation.say("stream: OK");
                }))
                .isEqualTo(ClamdTrouble.Kind.CUT);
    }

    @Test
    @Tag("U-6")
    void aConnectionCutWhileTheFileIsStillSentIsTrouble() {
        assertThat(trouble(conversation -> conversation.take(100_000))).isEqualTo(ClamdTrouble.Kind.CUT);
    }

    @Test
    @Tag("U-6")
    void aVerdictBeforeTheEndOfTheFileIsTrouble() {
        assertThat(trouble(conversation -> {
                    conversation.take(100_000);
                    conversation.say("stream: OK\0");
                    conversation.stall();
                }))
                .isEqualTo(ClamdTrouble.Kind.NONSENSE);
    }

    @Test
    @Tag("U-6")
    void nonsenseIsTrouble() {
        assertThat(trouble(conversation -> {
                    conversation.takeStream();
                    conversation.say("stream: tout va bien\0");
                }))
                .isEqualTo(ClamdTrouble.Kind.NONSENSE);
        assertThat(trouble(conversation -> {
                    conversation.takeStream();
                    conversation.say("x".repeat(100_000));
                    conversation.stayOpen();
                }))
                .isEqualTo(ClamdTrouble.Kind.NONSENSE);
    }

    @Test
    @Tag("U-6")
    void silenceIsTrouble() {
        assertThat(trouble(FaultyClamd.Conversation::stayOpen)).isEqualTo(ClamdTrouble.Kind.SILENT);
        assertThat(trouble(FaultyClamd.Conversation::stall)).isEqualTo(ClamdTrouble.Kind.SILENT);
    }

    @Test
    @Tag("U-6")
    void nobodyAtTheSocketIsTrouble() {
        var trouble = catchThrowableOfType(ClamdTrouble.class, () -> scan(Path.of("/nowhere/clamd.sock"), LARGE));
        assertThat(trouble.kind()).isEqualTo(ClamdTrouble.Kind.UNREACHABLE);
    }

    @Test
    @Tag("O-4")
    void theVersionTellsTheDateOfOfficialSignaturesOrThatThereAreNone() throws Exception {
        assertThat(client(Clamd.shared().socket()).version().from()).isNull();
        var version = ClamdVersion.parse("ClamAV 1.4.6/27800/Sat Nov  7 09:24:13 2026");
        assertThat(version.signatures()).isEqualTo("27800");
        assertThat(version.from()).isNotNull();
    }

    private static ClamdTrouble.Kind trouble(FaultyClamd.Script script) {
        try (var faulty = new FaultyClamd(script)) {
            return catchThrowableOfType(ClamdTrouble.class, () -> scan(faulty.socket(), LARGE))
                    .kind();
        }
    }

    private static Verdict scan(Path socket, byte[] bytes) throws ClamdTrouble {
        try (var stream = client(socket).stream()) {
            stream.write(bytes, 0, bytes.length);
            return stream.finish().verdict();
        }
    }

    private static ClamdClient client(Path socket) {
        return new ClamdClient(new ClamdSettings(
                socket, Path.of("unused"), Duration.ofMillis(500), Duration.ofSeconds(2), DataSize.ofMegabytes(100)));
    }
}
