package fr.pli.expertise.digest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code digest}. */
@Repository
class DigestTable {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DigestTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @return whether it is the first of this person and night */
    boolean add(UUID id, UUID person, LocalDate night, List<UUID> documents, Instant now) {
        return jdbc.sql("""
                insert ignore into digest (id, person, night, made_at, documents, told)
                values (:id, :person, :night, :now, :documents, :told)
                """)
                        .param("id", id)
                        .param("person", person)
                        .param("night", night)
                        .param("now", now)
                        .param("documents", json.writeValueAsString(documents))
                        .param("told", documents.size())
                        .update()
                == 1;
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select * from digest where id = ?")
                .param(id)
                .query(this::row)
                .optional();
    }

    List<DigestRow> of(UUID person, int limit) {
        return jdbc.sql("""
                select id, night, made_at, told from digest
                where person = ? and told > 0 order by night desc limit ?
                """)
                .params(person, limit)
                .query((row, number) -> new DigestRow(
                        row.getObject("id", UUID.class),
                        row.getObject("night", LocalDate.class),
                        row.getObject("made_at", Instant.class),
                        row.getInt("told")))
                .list();
    }

    List<Digests.Told> told(Collection<UUID> people, Collection<LocalDate> nights) {
        return jdbc.sql("select * from digest where person in (:people) and night in (:nights) and told > 0")
                .param("people", people)
                .param("nights", nights)
                .query(this::told)
                .list();
    }

    /** Whom of these people a document's night told of it. */
    List<Digests.Told> tellings(UUID document, Collection<UUID> people) {
        return people.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select g.* from document d
                        join digest g on g.night = d.night and g.person in (:people)
                        where d.id = :document and json_contains(g.documents, json_quote(cast(d.id as char)))
                        """)
                        .param("document", document)
                        .param("people", people)
                        .query(this::told)
                        .list();
    }

    /** @return how many were forgotten */
    int forgetEmpty(LocalDate before, int batch) {
        return jdbc.sql("delete from digest where told = 0 and night < ? limit ?")
                .params(before, batch)
                .update();
    }

    private Digests.Told told(ResultSet row, int number) throws SQLException {
        Row found = row(row, number);
        return new Digests.Told(found.person(), found.madeAt(), found.documents());
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getObject("night", LocalDate.class),
                row.getObject("made_at", Instant.class),
                List.of(json.readValue(row.getString("documents"), UUID[].class)));
    }

    record Row(UUID id, UUID person, LocalDate night, Instant madeAt, List<UUID> documents) {}
}
