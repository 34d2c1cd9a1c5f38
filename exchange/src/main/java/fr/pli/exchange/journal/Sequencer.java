package fr.pli.exchange.journal;

import fr.pli.exchange.platform.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Gives committed events their numbers, one after the other without a gap, whichever node does it. */
@Component
class Sequencer {

    static final int BATCH = 1000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;

    Sequencer(JdbcClient jdbc, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    /** Numbers everything that is committed now. @return how many events it numbered */
    int catchUp() {
        int all = 0;
        int batch;
        do {
            batch = anythingPending() ? units.call(this::nextBatch) : 0;
            all += batch;
        } while (batch == BATCH);
        return all;
    }

    private boolean anythingPending() {
        return jdbc.sql("select exists (select * from event_pending)")
                .query(Boolean.class)
                .single();
    }

    private int nextBatch() {
        long last = jdbc.sql("select last from journal_head where id = 1 for update")
                .query(Long.class)
                .single();
        List<Leaf> leaves = pending();
        if (leaves.isEmpty()) {
            return 0;
        }
        number(leaves, last);
        jdbc.sql("delete from event_pending where id in (:ids)")
                .param("ids", leaves.stream().map(Leaf::id).toList())
                .update();
        jdbc.sql("update journal_head set last = ? where id = 1")
                .param(last + leaves.size())
                .update();
        return leaves.size();
    }

    private List<Leaf> pending() {
        return jdbc.sql("""
                select e.*, lower(hex(s.hash)) source_hash, lower(hex(i.hash)) identity_hash
                from (select id from event_pending order by id limit :batch) p
                join event e on e.id = p.id
                left join journal_identity s on s.ref = e.source
                left join journal_identity i on i.ref = cast(json_value(e.details, '$.identity') as uuid)
                order by p.id
                """)
                .param("batch", BATCH)
                .query((row, number) -> leaf(row))
                .list();
    }

    /** All rows of the batch in one statement. */
    private void number(List<Leaf> leaves, long last) {
        record Row(long seq, String event, String leaf) {}
        var rows = new java.util.ArrayList<Row>(leaves.size());
        for (Leaf leaf : leaves) {
            rows.add(new Row(
                    last + rows.size() + 1, leaf.id().toString(), HexFormat.of().formatHex(leaf.hash())));
        }
        jdbc.sql("""
                insert into journal (seq, event_id, sequenced_at, leaf_hash)
                select seq, event, :now, unhex(leaf)
                from json_table(:rows, '$[*]' columns (
                  seq bigint path '$.seq', event char(36) path '$.event', leaf char(64) path '$.leaf')) as numbered
                """)
                .param("now", clock.instant())
                .param("rows", JSON.writeValueAsString(rows))
                .update();
    }

    static Leaf leaf(ResultSet row) throws SQLException {
        return new Leaf(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("at", Instant.class),
                row.getObject("actor", UUID.class),
                row.getObject("acting_for", UUID.class),
                row.getObject("message", UUID.class),
                row.getObject("file", UUID.class),
                row.getObject("subject", UUID.class),
                row.getString("fingerprint"),
                row.getObject("size", Long.class),
                row.getString("source_hash"),
                row.getString("identity_hash"),
                Details.read(row.getString("details")));
    }
}
