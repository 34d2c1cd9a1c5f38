package fr.pli.app.statistics;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was counted, by day. */
@Component
class DailyFigures {

    static final String RANGE = "select day, figure, value from daily_figure where day >= :from and day <= :to";

    private final JdbcClient jdbc;

    DailyFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(LocalDate day, Map<Figure, Long> counted) {
        counted.forEach((figure, value) -> jdbc.sql("""
                insert into daily_figure (day, figure, value) values (:day, :figure, :value)
                on duplicate key update value = value(value)
                """)
                .param("day", day)
                .param("figure", figure.name())
                .param("value", value)
                .update());
    }

    Optional<LocalDate> last() {
        return jdbc.sql("select max(day) from daily_figure")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    Optional<Long> of(LocalDate day, Figure figure) {
        return jdbc.sql("select value from daily_figure where day = ? and figure = ?")
                .params(day, figure.name())
                .query(Long.class)
                .optional();
    }

    /** Days that were counted, oldest first, both ends included. */
    SortedMap<LocalDate, Map<Figure, Long>> between(LocalDate from, LocalDate to) {
        var days = new TreeMap<LocalDate, Map<Figure, Long>>();
        jdbc.sql(RANGE).param("from", from).param("to", to).query(row -> {
            Map<Figure, Long> day =
                    days.computeIfAbsent(row.getObject("day", LocalDate.class), key -> new EnumMap<>(Figure.class));
            day.put(Figure.valueOf(row.getString("figure")), row.getLong("value"));
        });
        return days;
    }
}
