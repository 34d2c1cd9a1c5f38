package fr.pli.exchange.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void idsOfOneMillisecondSortInTheOrderTheyWereAskedFor() {
        assertThat(Stream.generate(() -> Ids.next(NOON)).limit(10_000).map(UUID::toString))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aClockThatFallsBackAFewMillisecondsDoesNotTurnTheOrder() {
        String before = Ids.next(NOON.plusSeconds(1)).toString();

        assertThat(Ids.next(NOON.plusSeconds(1).minusMillis(3)).toString()).isGreaterThan(before);
    }

    @Test
    void anIdSaysItsVersionItsVariantAndItsTime() {
        UUID id = Ids.next(NOON.plusSeconds(60));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16)
                .isEqualTo(NOON.plusSeconds(60).toEpochMilli());
    }
}
