package fr.pli.exchange.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("U-11")
class CoverageTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final long LENGTH = 1000;

    private final Coverage started =
            Coverage.started(CoverageId.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()), LENGTH, NOW);

    @Test
    void sixtyPercentAreNotADownload() {
        Coverage cut = started.record(Spans.of(0, 600), Spans.NONE, at(1));
        assertThat(cut.percent()).isEqualTo(60);
        assertThat(cut.complete()).isFalse();
        assertThat(cut.endingAt()).isNull();
    }

    @Test
    void rangesOfSeveralRequestsCountTogetherAndTheLastOneCompletes() {
        Coverage cut =
                started.record(Spans.of(0, 600), Spans.NONE, at(1)).record(Spans.of(700, 1000), Spans.NONE, at(2));
        assertThat(cut.complete()).isFalse();
        Coverage whole = cut.record(Spans.of(600, 700), Spans.NONE, at(3));
        assertThat(whole.completeAt()).isEqualTo(at(3));
        assertThat(whole.percent()).isEqualTo(100);
        assertThat(whole.record(Spans.of(0, 1000), Spans.NONE, at(4))).isEqualTo(whole);
    }

    @Test
    void oneMissingByteIsNinetyNinePercent() {
        assertThat(started.record(Spans.of(0, 999), Spans.NONE, at(1)).percent())
                .isEqualTo(99);
    }

    @Test
    void theLastSegmentLeavesATraceBeforeItIsHandedOver() {
        Coverage announced = started.announce(Spans.of(0, 900), Spans.of(900, 1000), at(1));
        assertThat(announced.endingAt()).isEqualTo(at(1));
        assertThat(announced.complete()).isFalse();
        Coverage whole = announced.record(Spans.of(0, 1000), Spans.of(900, 1000), at(2));
        assertThat(whole.complete()).isTrue();
        assertThat(whole.endingAt()).isNull();
    }

    @Test
    void twoRequestsInTheirLastSegmentsLeaveTheTraceTogether() {
        Coverage one = started.announce(Spans.of(0, 400), Spans.of(400, 500), at(1));
        assertThat(one.endingAt()).isNull();
        Coverage both = one.announce(Spans.of(500, 900), Spans.of(900, 1000), at(2));
        assertThat(both.endingAt()).isEqualTo(at(2));
    }

    @Test
    void aReaderWhoLeavesInTheLastSegmentTakesTheTraceBack() {
        Coverage announced = started.announce(Spans.of(0, 900), Spans.of(900, 1000), at(1));
        Coverage left = announced.record(Spans.of(0, 900), Spans.of(900, 1000), at(2));
        assertThat(left.endingAt()).isNull();
        assertThat(left.percent()).isEqualTo(90);
    }

    @Test
    void anUnobservedEndIsRememberedUntilTheFileIsWhole() {
        Coverage lost =
                started.announce(Spans.of(0, 900), Spans.of(900, 1000), at(1)).unobserved(at(60));
        assertThat(lost.record(Spans.of(0, 10), Spans.NONE, at(70)).unobservedAt())
                .isEqualTo(at(60));
    }

    @Test
    void progressIsToldWhenARequestEndsAndThenEveryTenMinutesAtMost() {
        Coverage half = started.record(Spans.of(0, 500), Spans.NONE, at(5));
        assertThat(half.progressDue(false, at(5))).isFalse();
        assertThat(half.progressDue(false, at(600))).isTrue();
        assertThat(half.progressDue(true, at(5))).isTrue();
        Coverage told = half.progressed(at(5));
        assertThat(told.progressDue(true, at(600))).isFalse();
        assertThat(told.progressDue(true, at(605))).isTrue();
    }

    private static Instant at(int seconds) {
        return NOW.plusSeconds(seconds);
    }
}
