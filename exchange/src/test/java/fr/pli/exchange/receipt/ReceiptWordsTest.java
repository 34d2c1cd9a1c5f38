package fr.pli.exchange.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"receipt.properties", "receipt_en.properties"})
    @Tag("R-4")
    @Tag("X-8")
    void everyFateOfANoticeHasItsWordsOnThePageAndInANegativeReceipt(String bundle) throws IOException {
        var words = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/messages/" + bundle)),
                StandardCharsets.UTF_8)) {
            words.load(in);
        }
        for (Announcements.State state : Announcements.State.values()) {
            assertThat(words).containsKeys("receipt.told." + state, "receipt.negative.told." + state);
        }
    }
}
