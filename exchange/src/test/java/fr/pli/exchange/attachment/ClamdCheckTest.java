package fr.pli.exchange.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.pli.exchange.testing.Clamd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

@Tag("U-5")
class ClamdCheckTest {

    @Test
    void aClamdWithTheRightLimitsIsTrusted() throws Exception {
        var answer = check(Clamd.shared().socket(), Clamd.shared().configuration());
        assertThat(answer.limits().largest()).isEqualTo(2_147_483_645L);
        assertThat(answer.version().engine()).startsWith("ClamAV ");
        assertThat(answer.limits().zip64()).as("our signatures").isTrue();
    }

    @Test
    void aClamdWithoutOurSignaturesIsKnownAsSuch() throws Exception {
        try (var foreign = Clamd.with(Map.of(Clamd.WITHOUT_ZIP64, ""))) {
            assertThat(check(foreign.socket(), foreign.configuration()).limits().zip64())
                    .isFalse();
        }
    }

    @Test
    void aClamdThatWouldLetEncryptedOrTooLargeThingsPassIsNotTrusted() {
        for (String option : new String[] {"AlertEncrypted", "AlertExceedsMax"}) {
            try (var clamd = Clamd.with(Map.of(option, "no"))) {
                assertThat(trouble(clamd.socket(), clamd.configuration()))
                        .as(option)
                        .isEqualTo(ClamdTrouble.Kind.WEAK);
                assertThat(trouble(clamd.socket(), Clamd.shared().configuration()))
                        .as(option + ", although the configuration says otherwise")
                        .isEqualTo(ClamdTrouble.Kind.WEAK);
            }
        }
    }

    @Test
    void aClamdThatRemembersCleanFilesByTheirMd5IsNotTrusted() {
        try (var clamd = Clamd.with(Map.of("DisableCache", "no"))) {
            assertThat(trouble(clamd.socket(), clamd.configuration())).isEqualTo(ClamdTrouble.Kind.WEAK);
        }
    }

    @Test
    void withoutItsConfigurationClamdIsNotTrusted() throws Exception {
        assertThat(trouble(Clamd.shared().socket(), Path.of("/nowhere/clamd.conf")))
                .isEqualTo(ClamdTrouble.Kind.CONFIGURATION);
    }

    @Test
    void limitsAreReadAsClamdReadsThem() throws Exception {
        Path conf = Files.createTempFile("clamd", ".conf");
        Files.writeString(
                conf, "# MaxFileSize 1\nMaxFileSize 50M\nStreamMaxLength 1G\nMaxScanSize 0\nAlertExceedsMax yes\n");
        assertThat(ClamdLimits.read(conf)).isEqualTo(new ClamdLimits(50L << 20, 120_000, false, false));
        Files.writeString(conf, "");
        assertThat(ClamdLimits.read(conf).largest()).as("defaults of clamd").isEqualTo(100L << 20);
        Files.delete(conf);
    }

    private static ClamdTrouble.Kind trouble(Path socket, Path configuration) {
        return catchThrowableOfType(ClamdTrouble.class, () -> check(socket, configuration))
                .kind();
    }

    private static ClamdCheck.Answer check(Path socket, Path configuration) throws ClamdTrouble {
        var settings = new ClamdSettings(
                socket, configuration, Duration.ofSeconds(10), Duration.ofSeconds(20), DataSize.ofMegabytes(100));
        return new ClamdCheck(new ClamdClient(settings), settings).check();
    }
}
