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
