package fr.pli.expertise.departure;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code replacement}. */
@Repository
class ReplacementTable {

    private final JdbcClient jdbc;

    ReplacementTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Replacement replacement) {
        jdbc.sql("""
                insert into replacement (departure, person, asker, asker_name, attached_at, attached_by, request)
                values (:departure, :person, :asker, :name, :at, :by, :request)
                """)
                .param("departure", replacement.departure())
                .param("person", replacement.person())
                .param("asker", replacement.asker().name())
                .param("name", replacement.askerName())
                .param("at", replacement.attachedAt())
                .param("by", replacement.attachedBy())
                .param("request", replacement.request())
                .update();
    }

    void request(UUID departure, UUID message) {
        jdbc.sql("update replacement set request = ? where departure = ?")
                .params(message, departure)
                .update();
    }

    Optional<Replacement> find(UUID departure) {
        return jdbc.sql("select * from replacement where departure = ?")
                .param(departure)
                .query((row, number) -> new Replacement(
                        row.getObject("departure", UUID.class),
                        row.getObject("person", UUID.class),
                        Replacement.Asker.valueOf(row.getString("asker")),
                        row.getString("asker_name"),
                        row.getObject("attached_at", java.time.Instant.class),
                        row.getObject("attached_by", UUID.class),
                        row.getObject("request", UUID.class)))
                .optional();
    }
}
