package fr.pli.exchange.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class AnalysisLanesTest {

    private static final long MB = 1_000_000;
    private static final long LARGE = 1_900 * MB;

    private final AnalysisLanes lanes = new AnalysisLanes(
            new AnalysisSettings(
                    32 * MB,
                    2,
                    2,
                    Map.of(),
                    Duration.ofDays(30),
                    Duration.ofMinutes(1),
                    8,
                    new AnalysisSettings.Zip(32 * MB, 100, 5, 200, 1000 * MB)),
            new ClamdSettings(
                    Path.of("x"),
                    Path.of("x"),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    DataSize.ofMegabytes(2300)));

    @Test
    @Tag("U-5")
    void aSmallFileDoesNotWaitBehindLargeOnes() {
        try (var one = lanes.enter(LARGE).orElseThrow();
                var other = lanes.enter(LARGE).orElseThrow()) {
            assertThatCode(() -> one.part().cover(LARGE)).doesNotThrowAnyException();
            assertThatThrownBy(() -> other.part().cover(LARGE)).isInstanceOf(AnalysisShare.BusyException.class);
            assertThat(lanes.enter(LARGE))
                    .as("a third large one comes again later")
                    .isEmpty();
            try (var small = lanes.enter(30 * MB).orElseThrow()) {
                assertThatCode(() -> small.part().cover(30 * MB)).doesNotThrowAnyException();
            }
        }
        try (var later = lanes.enter(LARGE).orElseThrow()) {
            assertThatCode(() -> later.part().cover(LARGE))
                    .as("all was given back")
                    .doesNotThrowAnyException();
        }
    }

    @Test
    @Tag("U-5")
    void aSmallZipWithALargeMemberTakesItsRoomFromTheLargeOnes() {
        try (var small = lanes.enter(1 * MB).orElseThrow()) {
            assertThatCode(() -> small.part().cover(500 * MB)).doesNotThrowAnyException();
            try (var large = lanes.enter(LARGE).orElseThrow()) {
                assertThatThrownBy(() -> large.part().cover(LARGE)).isInstanceOf(AnalysisShare.BusyException.class);
            }
        }
    }
}
