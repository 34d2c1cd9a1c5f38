package fr.pli.app.statistics;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far back the charts look; words {@code statistics.period.<name>}. */
public enum Period {
    WEEK(7, 1),
    MONTH(30, 1),
    QUARTER(91, 7),
    YEAR(364, 28);

    private final int days;
    private final int step;

    Period(int days, int step) {
        this.days = days;
        this.step = step;
    }

    /** Days that one bar of a chart stands for. */
    public int step() {
        return step;
    }

    LocalDate from(LocalDate today) {
        return today.minusDays(days - 1L);
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return empty for an unknown word */
    public static Optional<Period> of(String key) {
        return Stream.of(values()).filter(period -> period.key().equals(key)).findFirst();
    }
}
