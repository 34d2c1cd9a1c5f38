package fr.pli.exchange.receipt;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When each recipient first opened a message. */
@Repository
class SeenTable {

    private final JdbcClient jdbc;

    SeenTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names of those who opened it for a recipient with a delegation. */
    Map<UUID, String> hands(UUID message) {
        return jdbc
                .sql("""
                        select r.person, concat_ws(' ', nullif(h.first_name, ''), h.last_name) as hand
                        from recipient r join person h on h.id = r.seen_by
                        where r.message = ?
                        """)
                .param(message)
                .query((row, number) -> Map.entry(row.getObject("person", UUID.class), row.getString("hand")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Map<UUID, Instant> of(UUID message) {
        return jdbc
                .sql("select person, seen_at from recipient where message = ? and seen_at is not null")
                .param(message)
                .query((row, number) ->
                        Map.entry(row.getObject("person", UUID.class), row.getObject("seen_at", Instant.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
