package fr.pli.app.statistics;

import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Task;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * Counts the days, one after the other, each in a unit of its own. The last days are counted again, because files are
 * analysed and facts committed a little after their day; what is older stays as it was counted.
 */
@Component
class Counting implements Sweep {

    private static final int AGAIN = 3;

    /** How far back a platform that never counted begins. */
    private static final int LONGEST = 730;

    private final DayCount count;
    private final DailyFigures figures;
    private final Units units;
    private final Clock clock;

    Counting(DayCount count, DailyFigures figures, Units units, Clock clock) {
        this.count = count;
        this.figures = figures;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "statistics.days";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Task.Lane lane() {
        return Task.Lane.LONG;
    }

    @Override
    public void run() {
        LocalDate today = clock.instant().atZone(Time.PARIS).toLocalDate();
        for (LocalDate day = begin(today); !day.isAfter(today); day = day.plusDays(1)) {
            LocalDate counted = day;
            units.run(() -> figures.put(counted, count.of(counted, figures.of(counted.minusDays(1), Figure.STORED))));
        }
    }

    private LocalDate begin(LocalDate today) {
        LocalDate earliest = today.minusDays(LONGEST);
        LocalDate begin = figures.last()
                .map(last -> last.minusDays(AGAIN))
                .or(count::first)
                .orElse(today);
        return begin.isBefore(earliest) ? earliest : begin.isAfter(today) ? today : begin;
    }
}
