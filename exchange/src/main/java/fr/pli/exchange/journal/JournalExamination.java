package fr.pli.exchange.journal;

import fr.pli.exchange.platform.Examination;
import fr.pli.exchange.platform.Findings;
import fr.pli.exchange.platform.Installation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Whether the journal has no gap, nothing waits long for its number, and its newest leaves are what their events say. */
public final class JournalExamination implements Examination {

    private static final int LEAVES = 10_000;
    private static final Duration LATE = Duration.ofMinutes(5);

    @Override
    public String part() {
        return "journal";
    }

    @Override
    public void examine(Installation installation, Findings findings) throws SQLException {
        try (Connection connection = installation.connect()) {
            long last = density(connection, findings);
            pending(connection, installation, findings);
            leaves(connection, last, findings);
        }
    }

    private static long density(Connection connection, Findings findings) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select count(*), coalesce(min(seq), 1), coalesce(max(seq), 0),
                          (select last from journal_head where id = 1) from journal
                        """)) {
            row.next();
            long count = row.getLong(1);
            long last = row.getLong(3);
            if (row.getLong(2) != 1 || count != last || row.getLong(4) != last) {
                findings.wrong("gaps", count, last, row.getLong(4));
            } else {
                findings.well("dense", count);
            }
            return last;
        }
    }

    private static void pending(Connection connection, Installation installation, Findings findings)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select min(e.at) from event_pending p join event e on e.id = p.id
                        """)) {
            row.next();
            Instant oldest = row.getObject(1, Instant.class);
            if (oldest != null && oldest.isBefore(installation.clock().instant().minus(LATE))) {
                findings.doubtful("late", oldest.toString());
            }
        }
    }

    /** Computes the newest leaves anew; a whole journal is the business of its own check. */
    private static void leaves(Connection connection, long last, Findings findings) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select j.seq, j.leaf_hash, e.*, lower(hex(s.hash)) source_hash, lower(hex(i.hash)) identity_hash
                from journal j join event e on e.id = j.event_id
                left join journal_identity s on s.ref = e.source
                left join journal_identity i on i.ref = cast(json_value(e.details, '$.identity') as uuid)
                where j.seq > ? order by j.seq
                """)) {
            statement.setLong(1, last - LEAVES);
            try (ResultSet row = statement.executeQuery()) {
                long checked = 0;
                while (row.next()) {
                    if (!Arrays.equals(
                            row.getBytes("leaf_hash"), Sequencer.leaf(row).hash())) {
                        findings.wrong("altered", row.getLong("seq"), row.getString("id"));
                        return;
                    }
                    checked++;
                }
                if (checked == Math.min(last, LEAVES)) {
                    findings.well("leaves", checked);
                } else {
                    findings.wrong("events", Math.min(last, LEAVES) - checked);
                }
            }
        }
    }
}
