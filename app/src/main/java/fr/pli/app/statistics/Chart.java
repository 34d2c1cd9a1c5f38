package fr.pli.app.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * A bar chart, measured in the units of its view box, with the numbers behind it. What tells series apart is their
 * filling (full, striped, outlined), so that it reads in black and white.
 *
 * @param key {@code statistics.chart.<key>} is its title, {@code …unit} what its numbers are
 * @param series bundle keys of what is shown side by side, at most three
 * @param rows one for each span of days, oldest first
 */
public record Chart(
        String key, List<String> series, List<Tick> ticks, List<Bar> bars, List<Label> labels, List<Row> rows) {

    public static final int WIDTH = 720;
    public static final int HEIGHT = 240;

    private static final int LEFT = 84;
    private static final int RIGHT = 712;
    private static final int TOP = 14;
    private static final int BOTTOM = 204;
    private static final int MOST_LABELS = 8;
    private static final double FILLED = 0.72;

    /** Two or three bars are no walls. */
    private static final double WIDEST = 96;

    /** @param written how a value is written, with its unit where it has one */
    static Chart of(String key, List<String> series, List<Point> points, LongFunction<String> written) {
        long highest = points.stream()
                .flatMap(point -> point.values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        long top = above(highest);
        return new Chart(
                key,
                series,
                ticks(top, written),
                bars(points, top, series),
                labels(points),
                points.stream()
                        .map(point -> new Row(
                                point.name(),
                                point.values().stream().map(written::apply).toList()))
                        .toList());
    }

    private static List<Tick> ticks(long top, LongFunction<String> written) {
        var ticks = new ArrayList<Tick>();
        long parts = top % 4 == 0 ? 4 : top % 5 == 0 ? 5 : top;
        for (long part = 0; part <= parts; part++) {
            long value = top * part / parts;
            ticks.add(new Tick(y(value, top), written.apply(value)));
        }
        return ticks;
    }

    private static List<Bar> bars(List<Point> points, long top, List<String> series) {
        var bars = new ArrayList<Bar>();
        double group = (double) (RIGHT - LEFT) / Math.max(1, points.size());
        double width = Math.min(WIDEST, group * FILLED) / series.size();
        for (int i = 0; i < points.size(); i++) {
            List<Long> values = points.get(i).values();
            double begin = LEFT + (i + 0.5) * group - width * values.size() / 2;
            for (int s = 0; s < values.size(); s++) {
                int y = y(values.get(s), top);
                bars.add(new Bar(s, round(begin + s * width), y, round(width), BOTTOM - y));
            }
        }
        return bars;
    }

    private static List<Label> labels(List<Point> points) {
        var labels = new ArrayList<Label>();
        double group = (double) (RIGHT - LEFT) / Math.max(1, points.size());
        int every = Math.ceilDiv(points.size(), MOST_LABELS);
        for (int i = points.size() - 1; i >= 0; i -= every) {
            labels.add(new Label(round(LEFT + (i + 0.5) * group), points.get(i).brief()));
        }
        return labels;
    }

    private static int y(long value, long top) {
        return (int) (BOTTOM - (BOTTOM - TOP) * value / Math.max(1, top));
    }

    /** The next of 1, 2, 4, 5, 10, 20, 40, 50, 100… */
    private static long above(long highest) {
        for (long power = 1; ; power *= 10) {
            for (long digit : new long[] {1, 2, 4, 5}) {
                if (highest <= digit * power || power > Long.MAX_VALUE / 50) {
                    return digit * power;
                }
            }
        }
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** What is to be shown of one span: one value for each series. @param brief for below the axis */
    record Point(String name, String brief, List<Long> values) {}

    /** A line across with its value. */
    public record Tick(int y, String written) {}

    /** One value. @param series which one, from 0 */
    public record Bar(int series, double x, int y, double width, int height) {}

    /** A date below the axis. */
    public record Label(double x, String written) {}

    /** A line of the table behind the chart. */
    public record Row(String name, List<String> values) {}
}
