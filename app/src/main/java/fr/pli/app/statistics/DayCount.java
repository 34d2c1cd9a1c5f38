package fr.pli.app.statistics;

import fr.pli.exchange.message.Origin;
import fr.pli.exchange.platform.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts one day from facts and tables; each statement reads a range of an index as long as the day was busy. */
@Component
class DayCount {

    /** Ids of events begin with their time, so a day is a range of the index on kind and id. */
    static final String FACTS = """
            select kind, count(*) number from event where kind in (:kinds) and id >= :first and id < :end group by kind
            """;

    static final String LETTERS = """
            select count(*) number, coalesce(sum(file_count), 0) files, coalesce(sum(byte_count), 0) bytes from message
            where origin_kind = :letter and origin is null and available_at >= :from and available_at < :to
            """;
    static final String SIGNED_IN = """
            select count(distinct actor) from event where kind = 'session.opened' and id >= :first and id < :end
            """;
    static final String ANALYSES = """
            select count(*) number, coalesce(sum(timestampdiff(second, waiting_since, analysed_at)), 0) seconds,
              coalesce(max(timestampdiff(second, waiting_since, analysed_at)), 0) longest
            from file where created_at >= :from and created_at < :to and analysed_at is not null
            """;
    static final String ADDED = "select coalesce(sum(received), 0) from file where created_at < :to";
    static final String ADDED_THAT_DAY =
            "select coalesce(sum(received), 0) from file where created_at >= :from and created_at < :to";
    static final String ERASED = "select coalesce(sum(received), 0) from file where erased_at < :to";
    static final String ERASED_THAT_DAY =
            "select coalesce(sum(received), 0) from file where erased_at >= :from and erased_at < :to";

    private final JdbcClient jdbc;

    DayCount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param storedBefore bytes held when the day began, empty if they must be counted from the beginning */
    Map<Figure, Long> of(LocalDate day, Optional<Long> storedBefore) {
        Instant from = day.atStartOfDay(Time.PARIS).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(Time.PARIS).toInstant();
        var counted = new EnumMap<Figure, Long>(Figure.class);
        facts(counted, from, to);
        letters(counted, from, to);
        analyses(counted, from, to);
        counted.put(
                Figure.STORED,
                storedBefore
                        .map(before -> before + sum(ADDED_THAT_DAY, from, to) - sum(ERASED_THAT_DAY, from, to))
                        .orElseGet(() -> sum(ADDED, from, to) - sum(ERASED, from, to)));
        counted.put(
                Figure.SIGNED_IN,
                jdbc.sql(SIGNED_IN)
                        .param("first", lowest(from))
                        .param("end", lowest(to))
                        .query(Long.class)
                        .single());
        return counted;
    }

    /** The day of the oldest fact, empty on an empty platform. */
    Optional<LocalDate> first() {
        return jdbc.sql("select min(id) from event")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single()
                .map(id -> Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16)
                        .atZone(Time.PARIS)
                        .toLocalDate());
    }

    private void facts(Map<Figure, Long> counted, Instant from, Instant to) {
        Map<String, Figure> kinds = new java.util.HashMap<>();
        Arrays.stream(Figure.values()).forEach(figure -> figure.fact().ifPresent(kind -> {
            kinds.put(kind, figure);
            counted.put(figure, 0L);
        }));
        jdbc.sql(FACTS)
                .param("kinds", List.copyOf(kinds.keySet()))
                .param("first", lowest(from))
                .param("end", lowest(to))
                .query((row, number) -> Map.entry(row.getString("kind"), row.getLong("number")))
                .list()
                .forEach(kind -> counted.put(kinds.get(kind.getKey()), kind.getValue()));
    }

    private void letters(Map<Figure, Long> counted, Instant from, Instant to) {
        jdbc.sql(LETTERS)
                .param("letter", Origin.LETTER.kind())
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    counted.put(Figure.SENDINGS, row.getLong("number"));
                    counted.put(Figure.FILES, row.getLong("files"));
                    counted.put(Figure.BYTES, row.getLong("bytes"));
                });
    }

    private void analyses(Map<Figure, Long> counted, Instant from, Instant to) {
        jdbc.sql(ANALYSES).param("from", from).param("to", to).query(row -> {
            counted.put(Figure.ANALYSES, row.getLong("number"));
            counted.put(Figure.ANALYSIS_SECONDS, row.getLong("seconds"));
            counted.put(Figure.ANALYSIS_LONGEST, row.getLong("longest"));
        });
    }

    private long sum(String sql, Instant from, Instant to) {
        return jdbc.sql(sql)
                .param("from", from)
                .param("to", to)
                .query(Long.class)
                .single();
    }

    static UUID lowest(Instant instant) {
        return new UUID(instant.toEpochMilli() << 16 | 0x7000L, Long.MIN_VALUE);
    }
}
