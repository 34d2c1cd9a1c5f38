package fr.pli.exchange.privacy;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes what has been kept long enough: what is left of letters that ended long ago, with their receipts, and
 * the names that the journal learnt long ago. The journal's events and a deposit (E-5) are never touched.
 */
@Component
class Forgetting implements Sweep {

    private static final int BATCH = 200;

    private final Retentions retentions;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Units units;

    Forgetting(Retentions retentions, Journal journal, JdbcClient jdbc, Units units) {
        this.retentions = retentions;
        this.journal = journal;
        this.jdbc = jdbc;
        this.units = units;
    }

    @Override
    public String name() {
        return "privacy.forgetting";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        letters(retentions.messagesBefore());
        identities(retentions.identitiesBefore());
    }

    private void letters(Instant before) {
        List<UUID> ended;
        do {
            ended = jdbc.sql("""
                            select id from message
                            where origin_kind = 'letter' and state in ('EXPIRED', 'DELETED') and ended_at < :before
                            order by ended_at limit :batch
                            """)
                    .param("before", before)
                    .param("batch", BATCH)
                    .query((row, number) -> row.getObject("id", UUID.class))
                    .list();
            ended.forEach(id -> units.run(() -> letter(id, before)));
        } while (ended.size() == BATCH);
    }

    /** Rows that belong to the message go with it, by their foreign keys; files that nothing else shows go too. */
    private void letter(UUID id, Instant before) {
        List<UUID> files = jdbc.sql("select file from attachment where message = :id")
                .param("id", id)
                .query((row, number) -> row.getObject("file", UUID.class))
                .list();
        jdbc.sql("delete from message_token where message = :id")
                .param("id", id)
                .update();
        int removed = jdbc.sql("delete from message where id = :id and ended_at < :before and origin_kind = 'letter'")
                .param("id", id)
                .param("before", before)
                .update();
        if (removed == 0) {
            return;
        }
        for (UUID file : files) {
            jdbc.sql("""
                            delete from file where id = :file and state = 'ERASED'
                              and not exists (select 1 from attachment where file = :file)
                              and not exists (select 1 from extent where file = :file)
                            """).param("file", file).update();
        }
        journal.append(Fact.of("message.forgotten").message(id));
    }

    private void identities(Instant before) {
        List<UUID> old;
        do {
            old = jdbc.sql("""
                            select i.ref from journal_identity i
                            where i.kind = 'PERSON' and i.created_at < :before and i.value is not null
                              and not exists (select 1 from person p where p.identity = i.ref)
                            limit :batch
                            """)
                    .param("before", before)
                    .param("batch", BATCH)
                    .query((row, number) -> row.getObject("ref", UUID.class))
                    .list();
            old.forEach(ref -> units.run(() -> journal.eraseIdentity(ref)));
        } while (old.size() == BATCH);
    }
}
