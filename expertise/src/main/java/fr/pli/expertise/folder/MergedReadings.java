package fr.pli.expertise.folder;

import fr.pli.exchange.account.Merging;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was read when accounts are merged (C-6): the facts stay with who they are of and are noted for the account kept as
 * well, so that nothing is new to it that the same person had or deposited. A fact that the account has of its own counts.
 */
@Component
@Order(13)
class MergedReadings implements Merging {

    /** What one entry saw, downloaded or deposited and the other has no fact about. */
    private static final String LACKING = """
            select d.id, min(facts.seen_at) as seen_at, min(facts.downloaded_at) as downloaded_at
            from (select r.document, r.seen_at, r.downloaded_at from reading r where r.person = :absorbed
                  union all
                  select o.id, o.deposited_at, o.deposited_at from document o where o.depositor = :absorbed) facts
            join document d on d.id = facts.document
            where d.depositor <> :kept
              and not exists (select 1 from reading k where k.person = :kept and k.document = d.id)
            group by d.id""";

    private final JdbcClient jdbc;

    MergedReadings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String subject() {
        return "readings";
    }

    @Override
    public Outlook outlook(UUID absorbed, UUID kept) {
        int both = jdbc.sql("""
                        select count(*) from reading r join reading k on k.document = r.document
                        where r.person = :absorbed and k.person = :kept
                        """)
                .param("absorbed", absorbed)
                .param("kept", kept)
                .query(Integer.class)
                .single();
        return new Outlook(lacking(absorbed, kept).size(), both);
    }

    @Override
    public Set<UUID> merge(UUID absorbed, UUID kept, UUID by) {
        Set<UUID> noted = lacking(absorbed, kept);
        if (!noted.isEmpty()) {
            jdbc.sql("insert into reading (person, document, seen_at, downloaded_at) select :kept, facts.* from ("
                            + LACKING + ") facts")
                    .param("absorbed", absorbed)
                    .param("kept", kept)
                    .update();
            count(kept, noted, "+");
        }
        return noted;
    }

    @Override
    public void undo(UUID absorbed, UUID kept, Set<UUID> moved, UUID by) {
        if (!moved.isEmpty()) {
            count(kept, moved, "-");
            jdbc.sql("delete from reading where person = :kept and document in (:documents)")
                    .param("kept", kept)
                    .param("documents", moved)
                    .update();
        }
    }

    private Set<UUID> lacking(UUID absorbed, UUID kept) {
        return new LinkedHashSet<>(jdbc.sql(LACKING)
                .param("absorbed", absorbed)
                .param("kept", kept)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list());
    }

    /** The counts of the folders follow, as {@link ReadingRows} keeps them. @param sign plus or minus */
    private void count(UUID kept, Set<UUID> documents, String sign) {
        jdbc.sql("""
                        insert into folder_reading (person, folder, documents)
                        select :kept, d.folder, count(*) from document d
                        join reading r on r.document = d.id and r.person = :kept
                        where d.id in (:documents) and d.status = 'PUBLISHED' and r.downloaded_at is not null
                          and d.depositor <> :kept
                        group by d.folder
                        on duplicate key update documents = folder_reading.documents %s values(documents)
                        """.formatted(sign))
                .param("kept", kept)
                .param("documents", documents)
                .update();
    }
}
