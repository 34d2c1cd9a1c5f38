package fr.pli.exchange.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("A-8")
class TotpTest {

    private static final byte[] RFC = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The last six digits of RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.code(RFC, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void aSecretIsTypedAsBase32() {
        assertThat(Totp.text("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Totp.text(RFC)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void aCodeMatchesWithinTheDriftAndNotBeyond() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = Totp.step(now);
        assertThat(Totp.match(RFC, Totp.code(RFC, step - 1), now, 1)).isEqualTo(OptionalLong.of(step - 1));
        assertThat(Totp.match(RFC, Totp.code(RFC, step + 1), now, 1)).isEqualTo(OptionalLong.of(step + 1));
        assertThat(Totp.match(RFC, Totp.code(RFC, step - 2), now, 1)).isEmpty();
        assertThat(Totp.match(RFC, Totp.code(RFC, step + 2), now, 1)).isEmpty();
        assertThat(Totp.match(RFC, "050 471", now, 0)).isEqualTo(OptionalLong.of(step));
        for (String wrong : new String[] {"", "50471", "0504710", "٠٥٠٤٧١", "050471\u0000"}) {
            assertThat(Totp.match(RFC, wrong, now, 1)).as(wrong).isEmpty();
        }
    }
}
