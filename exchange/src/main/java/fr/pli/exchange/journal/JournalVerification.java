package fr.pli.exchange.journal;

import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Task;
import fr.pli.exchange.platform.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Once a day reads the whole journal in the order of its numbers, page by page, computes each leaf again from its event
 * and sees that no number is left out; the first row that is not as it was written is named.
 */
@Component
public class JournalVerification implements Sweep {

    private static final int PAGE = 2000;

    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;

    JournalVerification(JdbcClient jdbc, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "journal.check";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(24);
    }

    @Override
    public Task.Lane lane() {
        return Task.Lane.LONG;
    }

    /** Empty until the first check is over. */
    public Optional<JournalCheck> last() {
        return jdbc.sql("select at, checked, fault, seq from journal_check")
                .query((row, number) -> new JournalCheck(
                        row.getObject("at", Instant.class),
                        row.getLong("checked"),
                        fault(row.getString("fault")),
                        row.getObject("seq", Long.class)))
                .optional();
    }

    @Override
    public void run() {
        JournalCheck found = check(clock.instant());
        units.run(() -> jdbc.sql("""
                insert into journal_check (id, at, checked, fault, seq) values (1, :at, :checked, :fault, :seq)
                on duplicate key update at = value(at), checked = value(checked), fault = value(fault), seq = value(seq)
                """)
                .param("at", found.at())
                .param("checked", found.checked())
                .param("fault", found.fault() == null ? null : found.fault().name())
                .param("seq", found.seq())
                .update());
    }

    private JournalCheck check(Instant began) {
        long last = 0;
        List<Row> page;
        do {
            page = page(last);
            for (Row row : page) {
                if (row.seq() != last + 1 || row.event() == null) {
                    return new JournalCheck(began, last, JournalCheck.Fault.MISSING, last + 1);
                }
                if (!Arrays.equals(row.leaf(), row.event().hash())) {
                    return new JournalCheck(began, last, JournalCheck.Fault.CHANGED, row.seq());
                }
                last = row.seq();
            }
        } while (page.size() == PAGE);
        Optional<Long> lost = lostAtTheEnd();
        if (lost.isPresent()) {
            return new JournalCheck(began, last, JournalCheck.Fault.MISSING, lost.get());
        }
        return new JournalCheck(began, last, unnumbered() ? JournalCheck.Fault.UNNUMBERED : null, null);
    }

    private List<Row> page(long after) {
        return jdbc.sql("""
                select j.seq, j.leaf_hash, e.*, lower(hex(s.hash)) source_hash, lower(hex(i.hash)) identity_hash
                from (select seq, event_id, leaf_hash from journal where seq > :after order by seq limit :page) j
                left join event e on e.id = j.event_id
                left join journal_identity s on s.ref = e.source
                left join journal_identity i on i.ref = cast(json_value(e.details, '$.identity') as uuid)
                order by j.seq
                """)
                .param("after", after)
                .param("page", PAGE)
                .query((row, number) -> row(row))
                .list();
    }

    /** The first number that was given and is not there any more, all numbers before it being there. */
    private Optional<Long> lostAtTheEnd() {
        return jdbc.sql("""
                select seen.last + 1 from (select coalesce(max(seq), 0) last from journal) seen
                where seen.last < (select last from journal_head where id = 1)
                """).query(Long.class).optional();
    }

    /** One statement, so that all three are counted at one moment. */
    private boolean unnumbered() {
        return jdbc.sql("""
                select (select count(*) from event) > (select count(*) from journal) + (select count(*) from event_pending)
                """).query(Boolean.class).single();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("seq"),
                row.getBytes("leaf_hash"),
                row.getString("kind") == null ? null : Sequencer.leaf(row));
    }

    private static JournalCheck.@Nullable Fault fault(@Nullable String name) {
        return name == null ? null : JournalCheck.Fault.valueOf(name);
    }

    /** @param event null when it is not there */
    private record Row(long seq, byte[] leaf, @Nullable Leaf event) {}
}
