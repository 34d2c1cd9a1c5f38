package fr.pli.exchange.journal;

import fr.pli.exchange.platform.ManyRows;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code event} and of {@code event_pending}, many with one statement. */
@Component
class EventTable {

    private static final ManyRows EVENTS = new ManyRows("""
            insert into event
              (id, kind, at, actor, acting_for, message, file, subject, fingerprint, size, source, details) values""", "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", "");
    private static final ManyRows PENDING = new ManyRows("insert into event_pending (id) values", "(?)", "");

    private final JdbcClient jdbc;

    EventTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A fact that happened.
     *
     * @param at to the second
     * @param source reference of the address it came from
     */
    record Row(
            UUID id,
            Instant at,
            @Nullable UUID actor,
            @Nullable UUID actingFor,
            Fact fact,
            @Nullable UUID source) {}

    void add(List<Row> rows) {
        EVENTS.add(jdbc, rows.stream().map(EventTable::values).toList());
        PENDING.add(jdbc, rows.stream().map(row -> List.of(row.id())).toList());
    }

    private static List<@Nullable Object> values(Row row) {
        Fact fact = row.fact();
        return Arrays.asList(
                row.id(),
                fact.kind(),
                row.at(),
                row.actor(),
                row.actingFor(),
                fact.message(),
                fact.file(),
                fact.subject(),
                fact.fingerprint(),
                fact.size(),
                row.source(),
                Details.write(fact.details()));
    }
}
