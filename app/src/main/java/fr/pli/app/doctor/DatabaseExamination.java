package fr.pli.app.doctor;

import fr.pli.exchange.platform.Examination;
import fr.pli.exchange.platform.Findings;
import fr.pli.exchange.platform.Installation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Whether the database is reached, isolates as needed, has the tables of this version, and guards the journal. */
final class DatabaseExamination implements Examination {

    private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__.*\\.sql");
    private static final Pattern CHANGES =
            Pattern.compile("GRANT (?:.*\\b(?:UPDATE|DELETE|DROP)\\b.*|ALL PRIVILEGES) ON (\\S+) TO .*");

    @Override
    public String part() {
        return "database";
    }

    @Override
    public void examine(Installation installation, Findings findings) throws SQLException, IOException {
        try (Connection connection = installation.connect()) {
            findings.well("reached", installation.settings().getProperty("pli.database.url", ""), version(connection));
            isolation(connection, findings);
            migrations(connection, findings);
            grants(connection, findings);
        } catch (SQLException failure) {
            if (failure.getSQLState() != null && failure.getSQLState().startsWith("28")) {
                findings.wrong("refused", installation.settings().getProperty("pli.database.user", ""));
            } else {
                findings.wrong(
                        "away",
                        installation.settings().getProperty("pli.database.url", ""),
                        String.valueOf(failure.getMessage()));
            }
        }
    }

    private static String version(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion();
    }

    private static void isolation(Connection connection, Findings findings) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select @@innodb_snapshot_isolation, @@innodb_flush_log_at_trx_commit")) {
            row.next();
            boolean committed = connection.getTransactionIsolation() == Connection.TRANSACTION_READ_COMMITTED;
            if (!committed || !row.getBoolean(1)) {
                findings.wrong("isolation");
            } else {
                findings.well("isolated");
            }
            if (row.getInt(2) != 1) {
                findings.doubtful("flush", row.getInt(2));
            }
        }
    }

    private static void migrations(Connection connection, Findings findings) throws SQLException, IOException {
        Set<String> shipped = new TreeSet<>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql")) {
            Matcher name = MIGRATION.matcher(Objects.requireNonNullElse(file.getFilename(), ""));
            if (name.matches()) {
                shipped.add(name.group(1));
            }
        }
        Set<String> applied = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select version, success from flyway_schema_history where version is not null")) {
            while (row.next()) {
                if (!row.getBoolean(2)) {
                    findings.wrong("migration-failed", row.getString(1));
                }
                applied.add(row.getString(1));
            }
        }
        Set<String> missing = new TreeSet<>(shipped);
        missing.removeAll(applied);
        applied.removeAll(shipped);
        if (!applied.isEmpty()) {
            findings.wrong("newer", String.join(", ", applied));
        }
        if (!missing.isEmpty()) {
            findings.doubtful("older", missing.size());
        }
        if (applied.isEmpty() && missing.isEmpty()) {
            findings.well("migrated", shipped.size());
        }
    }

    /** The application's user may add to the journal and nothing else. */
    private static void grants(Connection connection, Findings findings) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show grants")) {
            String schema = connection.getCatalog();
            while (row.next()) {
                Matcher grant = CHANGES.matcher(row.getString(1));
                if (grant.matches() && journal(grant.group(1).replace("`", ""), schema)) {
                    findings.wrong("grants", row.getString(1).replaceAll(" IDENTIFIED BY.*", ""));
                    return;
                }
            }
        }
        findings.well("granted");
    }

    private static boolean journal(String target, String schema) {
        return Set.of("*.*", schema + ".*", schema + ".event", schema + ".journal")
                .contains(target);
    }
}
