package fr.pli.exchange.message;

import fr.pli.exchange.account.Merging;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Letters when accounts are merged (C-6): what was sent or received stays with its entry and is seen in the boxes of the
 * account kept, see {@link OwnEntries}; drafts, which nobody but their author knows, become that account's.
 */
@Component
@Order(2)
class MergedLetters implements Merging {

    private final JdbcClient jdbc;

    MergedLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String subject() {
        return "letters";
    }

    @Override
    public Outlook outlook(UUID absorbed, UUID kept) {
        int letters = count("""
                select (select count(*) from message m
                        where m.sender = :absorbed and m.origin_kind = 'letter'
                          and (m.available_at is not null or m.state in ('DRAFT', 'QUEUED')))
                     + (select count(*) from recipient r join message m on m.id = r.message
                        where r.person = :absorbed and r.kind <> 'FORMER' and m.available_at is not null)
                """, absorbed, kept);
        int both = count("""
                select count(*) from recipient r join recipient other on other.message = r.message
                where r.person = :absorbed and other.person = :kept and r.kind <> 'FORMER' and other.kind <> 'FORMER'
                """, absorbed, kept);
        return new Outlook(letters, both);
    }

    private int count(String sql, UUID absorbed, UUID kept) {
        return jdbc.sql(sql)
                .param("absorbed", absorbed)
                .param("kept", kept)
                .query(Integer.class)
                .single();
    }

    @Override
    public Set<UUID> merge(UUID absorbed, UUID kept, UUID by) {
        var drafts = new LinkedHashSet<>(
                jdbc.sql("""
                        select id from message where sender = :author and state = 'DRAFT' and origin_kind = 'letter' for update
                        """).param("author", absorbed).query(UUID.class).list());
        give(drafts, kept);
        return drafts;
    }

    @Override
    public void undo(UUID absorbed, UUID kept, Set<UUID> moved, UUID by) {
        if (!moved.isEmpty()) {
            give(
                    new LinkedHashSet<>(jdbc.sql("""
                                    select id from message where id in (:drafts) and sender = :author and state = 'DRAFT' for update
                                    """)
                            .param("drafts", moved)
                            .param("author", kept)
                            .query(UUID.class)
                            .list()),
                    absorbed);
        }
    }

    /** With the uploads that go on in them. */
    private void give(Set<UUID> drafts, UUID author) {
        if (drafts.isEmpty()) {
            return;
        }
        update(
                "update upload set owner = :author where file in (select file from attachment where message in (:drafts))",
                drafts,
                author);
        update(
                "update file set owner = :author where id in (select file from attachment where message in (:drafts))",
                drafts,
                author);
        update("update message set sender = :author, version = version + 1 where id in (:drafts)", drafts, author);
    }

    private void update(String sql, Set<UUID> drafts, UUID author) {
        jdbc.sql(sql).param("author", author).param("drafts", drafts).update();
    }
}
