package fr.pli.expertise.contradictoire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code board_reminder}. */
@Repository
class BoardReminderTable {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BoardReminderTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(UUID id, UUID expertise, UUID person, Instant at, UUID by, List<UUID> documents) {
        jdbc.sql("""
                insert into board_reminder (id, expertise, person, sent_at, sent_by, documents, told)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(id, expertise, person, at, by, json.writeValueAsString(documents), documents.size())
                .update();
    }

    /** When each person was last reminded. */
    Map<UUID, Instant> last(UUID expertise) {
        return jdbc
                .sql("select person, max(sent_at) as at from board_reminder where expertise = ? group by person")
                .param(expertise)
                .query((row, number) ->
                        Map.entry(row.getObject("person", UUID.class), row.getObject("at", Instant.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<Reminder> find(UUID id) {
        return jdbc.sql("select id, expertise, person, documents from board_reminder where id = ?")
                .param(id)
                .query((row, number) -> new Reminder(
                        row.getObject("id", UUID.class),
                        row.getObject("expertise", UUID.class),
                        row.getObject("person", UUID.class),
                        List.of(json.readValue(row.getString("documents"), UUID[].class))))
                .optional();
    }

    /** Who was reminded of some documents, and when. */
    List<Named> naming(List<UUID> documents) {
        return jdbc.sql("""
                select distinct b.person, d.id as document, b.sent_at
                from document d
                join board_reminder b on b.expertise = d.expertise and json_contains(b.documents, json_quote(cast(d.id as char)))
                where d.id in (:documents)
                """)
                .param("documents", documents)
                .query((row, number) -> new Named(
                        row.getObject("person", UUID.class),
                        row.getObject("document", UUID.class),
                        row.getObject("sent_at", Instant.class)))
                .list();
    }

    record Reminder(UUID id, UUID expertise, UUID person, List<UUID> documents) {}

    record Named(UUID person, UUID document, Instant at) {}
}
