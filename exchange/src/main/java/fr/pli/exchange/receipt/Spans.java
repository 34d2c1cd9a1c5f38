package fr.pli.exchange.receipt;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A set of byte positions of one file, as disjoint half-open spans in rising order (U-11). When it is kept it is {@link
 * #bounded()}: it may then know of fewer bytes than were handed over, never of more.
 */
final class Spans {

    /** Spans kept in a coverage row. */
    static final int MOST = 256;

    static final Spans NONE = new Spans(new long[0]);

    /** from, to, from, to, …: strictly rising. */
    private final long[] bounds;

    private Spans(long[] bounds) {
        this.bounds = bounds;
    }

    /** The bytes {@code from} (inclusive) to {@code to} (exclusive); none when that is empty. */
    static Spans of(long from, long to) {
        return from < to ? new Spans(new long[] {from, to}) : NONE;
    }

    /** Reads what {@link #toString()} wrote. */
    static Spans parse(String json) {
        long[] bounds = Arrays.stream(json.split("[^0-9]+"))
                .filter(digits -> !digits.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray();
        Spans spans = NONE;
        for (int i = 0; i + 1 < bounds.length; i += 2) {
            spans = spans.union(of(bounds[i], bounds[i + 1]));
        }
        return spans;
    }

    Spans union(Spans other) {
        long[] merged = new long[bounds.length + other.bounds.length];
        int used = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < bounds.length || theirs < other.bounds.length) {
            boolean takeMine =
                    theirs == other.bounds.length || mine < bounds.length && bounds[mine] <= other.bounds[theirs];
            long from = takeMine ? bounds[mine++] : other.bounds[theirs++];
            long to = takeMine ? bounds[mine++] : other.bounds[theirs++];
            if (used > 0 && from <= merged[used - 1]) {
                merged[used - 1] = Math.max(merged[used - 1], to);
            } else {
                merged[used++] = from;
                merged[used++] = to;
            }
        }
        return new Spans(Arrays.copyOf(merged, used));
    }

    /** The positions from 0 to {@code length} (exclusive) that are not in here. */
    Spans missing(long length) {
        long[] gaps = new long[bounds.length + 2];
        int used = 0;
        long at = 0;
        for (int i = 0; i < bounds.length && at < length; i += 2) {
            long gapEnd = Math.min(bounds[i], length);
            if (at < gapEnd) {
                gaps[used++] = at;
                gaps[used++] = gapEnd;
            }
            at = bounds[i + 1];
        }
        if (at < length) {
            gaps[used++] = at;
            gaps[used++] = length;
        }
        return new Spans(Arrays.copyOf(gaps, used));
    }

    Spans intersect(Spans other) {
        return missing(Long.MAX_VALUE).union(other.missing(Long.MAX_VALUE)).missing(Long.MAX_VALUE);
    }

    Spans without(Spans other) {
        return intersect(other.missing(Long.MAX_VALUE));
    }

    boolean whole(long length) {
        return missing(length).count() == 0;
    }

    /** How many bytes. */
    long bytes() {
        long sum = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            sum += bounds[i + 1] - bounds[i];
        }
        return sum;
    }

    /** How many spans. */
    int count() {
        return bounds.length / 2;
    }

    /** The position after the last one; 0 when there is none. */
    long end() {
        return bounds.length == 0 ? 0 : bounds[bounds.length - 1];
    }

    /** At most {@link #MOST} spans: beyond that the shortest are forgotten. */
    Spans bounded() {
        if (count() <= MOST) {
            return this;
        }
        int[] kept = IntStream.range(0, count())
                .boxed()
                .sorted((a, b) -> Long.compare(span(b), span(a)))
                .limit(MOST)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        long[] longest = new long[2 * MOST];
        for (int i = 0; i < MOST; i++) {
            longest[2 * i] = bounds[2 * kept[i]];
            longest[2 * i + 1] = bounds[2 * kept[i] + 1];
        }
        return new Spans(longest);
    }

    private long span(int index) {
        return bounds[2 * index + 1] - bounds[2 * index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spans spans && Arrays.equals(bounds, spans.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    /** JSON, as the column has it: {@code [[0,65536],[131072,200000]]}. */
    @Override
    public String toString() {
        var json = new StringBuilder("[");
        for (int i = 0; i < bounds.length; i += 2) {
            json.append(i == 0 ? "[" : ",[")
                    .append(bounds[i])
                    .append(',')
                    .append(bounds[i + 1])
                    .append(']');
        }
        return json.append(']').toString();
    }
}
