package fr.pli.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who has the database itself in hand changes the journal; what they changed is put back at the end. */
@ExchangeTest
@Tag("O-4")
@Tag("R-1")
class JournalVerificationTest {

    @Autowired
    Journal journal;

    @Autowired
    Sequencer sequencer;

    @Autowired
    JournalVerification verification;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    final UUID message = UUID.randomUUID();
    private UUID event;
    private long seq;

    @BeforeEach
    void aFactAmongOthers() {
        for (String kind : new String[] {"test.before", "test.kept", "test.after"}) {
            journal.append(Fact.of(kind).message(message).detail("identity", journal.identify("Anne Poitou <a@b.fr>")));
        }
        sequencer.catchUp();
        event = jdbc.sql("select id from event where message = ? and kind = 'test.kept'")
                .param(message)
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
        seq = jdbc.sql("select seq from journal where event_id = ?")
                .param(event)
                .query(Long.class)
                .single();
    }

    @Test
    void anUntouchedJournalIsFoundWhole() {
        JournalCheck found = check();
        assertThat(found.fault()).isNull();
        assertThat(found.checked()).isGreaterThanOrEqualTo(seq + 1);
    }

    @Test
    void aChangedEventIsNamed() throws SQLException {
        asOwner("update event set kind = 'test.forged' where id = '" + event + "'");
        try {
            assertThat(check())
                    .extracting(JournalCheck::fault, JournalCheck::seq)
                    .containsExactly(JournalCheck.Fault.CHANGED, seq);
        } finally {
            asOwner("update event set kind = 'test.kept' where id = '" + event + "'");
        }
        assertThat(check().fault()).isNull();
    }

    @Test
    void aDroppedRowIsNamedInTheMiddleAndAtTheEnd() throws SQLException {
        for (long dropped : new long[] {seq, seq + 1}) {
            asOwner("create table journal_aside as select * from journal where seq = " + dropped);
            asOwner("delete from journal where seq = " + dropped);
            try {
                assertThat(check())
                        .extracting(JournalCheck::fault, JournalCheck::seq)
                        .containsExactly(JournalCheck.Fault.MISSING, dropped);
            } finally {
                asOwner("insert into journal select * from journal_aside");
                asOwner("drop table journal_aside");
            }
        }
        assertThat(check().fault()).isNull();
    }

    @Test
    void twoRowsThatChangedPlacesAreFound() throws SQLException {
        String first = hex(seq);
        String second = hex(seq + 1);
        asOwner(leaf(seq, second));
        asOwner(leaf(seq + 1, first));
        try {
            assertThat(check())
                    .extracting(JournalCheck::fault, JournalCheck::seq)
                    .containsExactly(JournalCheck.Fault.CHANGED, seq);
        } finally {
            asOwner(leaf(seq, first));
            asOwner(leaf(seq + 1, second));
        }
        assertThat(check().fault()).isNull();
    }

    @Test
    void anEventSlippedInWithoutANumberIsFound() throws SQLException {
        UUID slipped = UUID.randomUUID();
        asOwner("insert into event (id, kind, at, details) values ('" + slipped
                + "', 'test.slipped', '2026-01-01', '{}')");
        try {
            assertThat(check().fault()).isEqualTo(JournalCheck.Fault.UNNUMBERED);
        } finally {
            asOwner("delete from event where id = '" + slipped + "'");
        }
        assertThat(check().fault()).isNull();
    }

    private JournalCheck check() {
        jobs.sweep("journal.check");
        return verification.last().orElseThrow();
    }

    private String hex(long number) {
        return jdbc.sql("select lower(hex(leaf_hash)) from journal where seq = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private static String leaf(long number, String hex) {
        return "update journal set leaf_hash = unhex('" + hex + "') where seq = " + number;
    }

    private void asOwner(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        environment.getRequiredProperty("pli.database.url"),
                        environment.getRequiredProperty("pli.database.owner"),
                        environment.getRequiredProperty("pli.database.owner-password"));
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
