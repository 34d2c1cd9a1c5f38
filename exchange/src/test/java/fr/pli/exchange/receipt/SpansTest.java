package fr.pli.exchange.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Against the simplest model there is: one bit for each byte. */
@Tag("U-11")
class SpansTest {

    private static final int LENGTH = 600;

    @Property
    void aUnionHasExactlyTheBytesOfBoth(
            @ForAll("ranges") @Size(max = 40) List<Tuple2<Integer, Integer>> first,
            @ForAll("ranges") @Size(max = 40) List<Tuple2<Integer, Integer>> second) {
        BitSet both = bits(first);
        both.or(bits(second));
        assertThat(spans(first).union(spans(second))).isEqualTo(spans(both));
        assertThat(spans(first).union(spans(second)).bytes()).isEqualTo(both.cardinality());
    }

    @Property
    void whatIsMissingIsTheRestOfTheFile(@ForAll("ranges") List<Tuple2<Integer, Integer>> ranges) {
        BitSet missing = bits(ranges);
        missing.flip(0, LENGTH);
        assertThat(spans(ranges).missing(LENGTH)).isEqualTo(spans(missing));
        assertThat(spans(ranges).whole(LENGTH)).isEqualTo(missing.isEmpty());
    }

    @Property
    void takingAwayAndIntersectingAreThoseOfSets(
            @ForAll("ranges") List<Tuple2<Integer, Integer>> first,
            @ForAll("ranges") List<Tuple2<Integer, Integer>> second) {
        BitSet without = bits(first);
        without.andNot(bits(second));
        BitSet common = bits(first);
        common.and(bits(second));
        assertThat(spans(first).without(spans(second))).isEqualTo(spans(without));
        assertThat(spans(first).intersect(spans(second))).isEqualTo(spans(common));
    }

    @Property
    void theOrderOfRequestsDoesNotMatter(@ForAll("ranges") List<Tuple2<Integer, Integer>> ranges) {
        assertThat(spans(ranges.reversed())).isEqualTo(spans(ranges));
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("ranges") List<Tuple2<Integer, Integer>> ranges) {
        assertThat(Spans.parse(spans(ranges).toString())).isEqualTo(spans(ranges));
    }

    @Property(tries = 50)
    void tooManySpansForgetTheShortestAndClaimNothingMore(@ForAll @IntRange(min = 200, max = 400) int count) {
        Spans many = Spans.NONE;
        for (int i = 0; i < count; i++) {
            many = many.union(Spans.of(i * 1000L, i * 1000L + 1 + i % 37));
        }
        Spans kept = many.bounded();
        assertThat(kept.count()).isEqualTo(Math.min(count, Spans.MOST));
        assertThat(kept.without(many)).isEqualTo(Spans.NONE);
        Spans forgotten = many.without(kept);
        assertThat(longest(forgotten)).isLessThanOrEqualTo(shortest(kept));
    }

    @Provide
    Arbitrary<List<Tuple2<Integer, Integer>>> ranges() {
        Arbitrary<Integer> at = Arbitraries.integers().between(0, LENGTH);
        return at.flatMap(from -> Arbitraries.integers()
                        .between(from, Math.min(LENGTH, from + 60))
                        .map(to -> Tuple.of(from, to)))
                .list()
                .ofMaxSize(40);
    }

    private static Spans spans(List<Tuple2<Integer, Integer>> ranges) {
        Spans spans = Spans.NONE;
        for (var range : ranges) {
            spans = spans.union(Spans.of(range.get1(), range.get2()));
        }
        return spans;
    }

    private static BitSet bits(List<Tuple2<Integer, Integer>> ranges) {
        var bits = new BitSet();
        ranges.forEach(range -> bits.set(range.get1(), range.get2()));
        return bits;
    }

    private static Spans spans(BitSet bits) {
        Spans spans = Spans.NONE;
        for (int from = bits.nextSetBit(0); from >= 0; from = bits.nextSetBit(bits.nextClearBit(from))) {
            spans = spans.union(Spans.of(from, bits.nextClearBit(from)));
        }
        return spans;
    }

    private static long longest(Spans spans) {
        return lengths(spans).max().orElse(0);
    }

    private static long shortest(Spans spans) {
        return lengths(spans).min().orElse(0);
    }

    private static java.util.stream.LongStream lengths(Spans spans) {
        String[] pairs = spans.toString().replaceAll("[\\[\\]]", "").split(",");
        return java.util.stream.IntStream.range(0, pairs.length / 2)
                .mapToLong(i -> Long.parseLong(pairs[2 * i + 1]) - Long.parseLong(pairs[2 * i]));
    }
}
