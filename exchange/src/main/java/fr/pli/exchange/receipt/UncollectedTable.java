package fr.pli.exchange.receipt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code uncollected}. */
@Repository
class UncollectedTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    UncollectedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if it was recorded before */
    boolean add(UUID message, Uncollected receipt) {
        return jdbc.sql("""
                insert ignore into uncollected
                  (message, person, at, files, complete, percent, seen_at, told, told_at, reminded)
                values (:message, :person, :at, :files, :complete, :percent, :seenAt, :told, :toldAt, :reminded)
                """)
                        .param("message", message)
                        .param("person", receipt.person())
                        .param("at", receipt.at())
                        .param("files", receipt.files())
                        .param("complete", receipt.complete())
                        .param("percent", receipt.percent())
                        .param("seenAt", receipt.seenAt())
                        .param(
                                "told",
                                receipt.told() == null ? null : receipt.told().name())
                        .param("toldAt", receipt.toldAt())
                        .param(
                                "reminded",
                                JSON.writeValueAsString(receipt.reminded().stream()
                                        .map(Instant::toString)
                                        .toList()))
                        .update()
                == 1;
    }

    List<Uncollected> of(UUID message) {
        return jdbc.sql("""
                select u.* from uncollected u
                left join recipient r on r.message = u.message and r.person = u.person
                where u.message = ? order by r.position, u.person
                """).param(message).query(UncollectedTable::row).list();
    }

    private static Uncollected row(ResultSet row, int number) throws SQLException {
        String told = row.getString("told");
        return new Uncollected(
                row.getObject("person", UUID.class),
                row.getObject("at", Instant.class),
                row.getInt("files"),
                row.getInt("complete"),
                row.getInt("percent"),
                row.getObject("seen_at", Instant.class),
                told == null ? null : Announcements.State.valueOf(told),
                row.getObject("told_at", Instant.class),
                JSON.readValue(row.getString("reminded"), STRINGS).stream()
                        .map(Instant::parse)
                        .toList());
    }
}
