package fr.pli.expertise.folder;

import fr.pli.expertise.folder.Deposit.Detail;
import fr.pli.expertise.rights.Role;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of deposits and of what is said of their files. */
@Component
class DepositRows {

    private final JdbcClient jdbc;

    DepositRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID message, UUID folder, UUID depositor) {
        jdbc.sql("insert into deposit (message, folder, depositor) values (?, ?, ?)")
                .params(message, folder, depositor)
                .update();
    }

    Optional<Deposit> find(UUID message) {
        Map<UUID, Detail> details = details(message);
        return jdbc.sql("select * from deposit where message = ?")
                .param(message)
                .query((row, number) -> new Deposit(
                        message,
                        row.getObject("folder", UUID.class),
                        row.getObject("depositor", UUID.class),
                        row.getString("role") == null ? null : Role.valueOf(row.getString("role")),
                        row.getObject("proposal") == null ? null : row.getBoolean("proposal"),
                        row.getObject("confirmed_at", Instant.class),
                        row.getObject("designation", UUID.class),
                        details))
                .optional();
    }

    private Map<UUID, Detail> details(UUID message) {
        return jdbc
                .sql("select file, cote, replaces from deposit_file where message = ?")
                .param(message)
                .query((row, number) -> Map.entry(
                        row.getObject("file", UUID.class),
                        new Detail(row.getString("cote"), row.getObject("replaces", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void describe(UUID message, UUID file, Detail detail) {
        jdbc.sql("""
                        insert into deposit_file (message, file, cote, replaces)
                        values (:message, :file, :cote, :replaces)
                        on duplicate key update cote = :cote, replaces = :replaces
                        """)
                .param("message", message)
                .param("file", file)
                .param("cote", detail.cote())
                .param("replaces", detail.replaces())
                .update();
    }

    void confirmed(UUID message, Role role, boolean proposal, Instant at) {
        jdbc.sql("update deposit set role = ?, proposal = ?, confirmed_at = ? where message = ?")
                .params(role.name(), proposal, at, message)
                .update();
    }

    /** It is the package of a designation. */
    void designated(UUID message, UUID designation) {
        jdbc.sql("update deposit set designation = ? where message = ?")
                .params(designation, message)
                .update();
    }

    /** It came back to be corrected: it will be confirmed anew, by whatever right there is then. */
    void unconfirmed(UUID message) {
        jdbc.sql("update deposit set role = null, proposal = null, confirmed_at = null where message = ?")
                .param(message)
                .update();
    }
}
