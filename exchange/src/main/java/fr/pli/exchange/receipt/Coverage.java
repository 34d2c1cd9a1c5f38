package fr.pli.exchange.receipt;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of a file one reader was handed, and what follows from it (U-11). A value: each change gives another one,
 * made under the lock of its row.
 *
 * @param length of the file
 * @param spans handed over for certain
 * @param ending about to be handed over: announced before, taken back or turned into {@code spans} after
 * @param startedAt before the first byte
 * @param completeAt when the last missing byte had been handed to the connection; nothing changes after it
 * @param confirmedAt when the reader's own client reported the right fingerprint
 * @param endingAt since when {@code spans} and {@code ending} together are the whole file
 * @param unobservedAt when it was found that a server had died within the last bytes
 * @param progressAt last <em>progress</em> in the journal
 * @param activeUntil a node is handing over bytes until then, unless it says so again
 */
record Coverage(
        CoverageId id,
        long length,
        Spans spans,
        Spans ending,
        Instant startedAt,
        Instant lastAt,
        @Nullable Instant completeAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant endingAt,
        @Nullable Instant unobservedAt,
        @Nullable Instant progressAt,
        Instant activeUntil) {

    /** Three times the interval at which running transfers are written. */
    static final Duration LEASE = Duration.ofSeconds(30);

    /** At most one <em>progress</em> in the journal in this time. */
    static final Duration PROGRESS = Duration.ofMinutes(10);

    static Coverage started(CoverageId id, long length, Instant now) {
        return new Coverage(
                id, length, Spans.NONE, Spans.NONE, now, now, null, null, null, null, null, now.plus(LEASE));
    }

    boolean complete() {
        return completeAt != null;
    }

    /** Bytes of the file known to have been handed over. */
    long bytes() {
        return complete() ? length : spans.bytes();
    }

    /** Rounded down, so 100 only when nothing is missing. */
    int percent() {
        return (int) (bytes() * 100 / length);
    }

    Coverage active(Instant now) {
        Instant until = now.plus(LEASE);
        return until.isAfter(activeUntil) ? with(spans, ending, now, completeAt, until) : this;
    }

    /** {@code served} has been handed over, {@code next} is about to be: whoever dies now leaves a trace of it. */
    Coverage announce(Spans served, Spans next, Instant now) {
        return complete() ? this : with(spans.union(served), ending.union(next), now, null, now.plus(LEASE));
    }

    /** {@code served} has been handed over; of what had been announced, {@code settled} is now known to be so or not. */
    Coverage record(Spans served, Spans settled, Instant now) {
        if (complete()) {
            return this;
        }
        Spans all = spans.union(served);
        return with(all, ending.without(settled), now, all.whole(length) ? now : null, activeUntil);
    }

    Coverage confirmed(Instant now) {
        return new Coverage(
                id,
                length,
                spans,
                ending,
                startedAt,
                lastAt,
                completeAt,
                now,
                endingAt,
                unobservedAt,
                progressAt,
                activeUntil);
    }

    Coverage unobserved(Instant now) {
        return new Coverage(
                id,
                length,
                spans,
                ending,
                startedAt,
                lastAt,
                completeAt,
                confirmedAt,
                endingAt,
                now,
                progressAt,
                activeUntil);
    }

    Coverage progressed(Instant now) {
        return new Coverage(
                id,
                length,
                spans,
                ending,
                startedAt,
                lastAt,
                completeAt,
                confirmedAt,
                endingAt,
                unobservedAt,
                now,
                activeUntil);
    }

    /** Whether a <em>progress</em> may be journaled; a request that just ended need not wait for the first one. */
    boolean progressDue(boolean requestEnded, Instant now) {
        if (complete() || spans.count() == 0) {
            return false;
        }
        Instant last = progressAt == null && !requestEnded ? startedAt : progressAt;
        return last == null || !now.isBefore(last.plus(PROGRESS));
    }

    private Coverage with(
            Spans newSpans, Spans newEnding, Instant now, @Nullable Instant newCompleteAt, Instant newActiveUntil) {
        boolean last = newCompleteAt == null
                && newEnding.count() > 0
                && newSpans.union(newEnding).whole(length);
        Instant newEndingAt = endingAt == null || !last ? (last ? now : null) : endingAt;
        return new Coverage(
                id,
                length,
                newSpans.bounded(),
                newEnding.bounded(),
                startedAt,
                now,
                newCompleteAt,
                confirmedAt,
                newEndingAt,
                unobservedAt,
                progressAt,
                newActiveUntil);
    }
}
