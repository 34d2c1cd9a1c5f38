package fr.pli.exchange.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Entries that point to the account which was kept (C-6). The entry stays as it was; nobody comes in as it any more, and
 * whoever is signed in with the account holds both. Everything here belongs into the caller's unit of work.
 */
@Component
public class MergedEntries {

    private final JdbcClient jdbc;

    MergedEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds both entries to the end of the unit, so that two merges of one account come one after the other. */
    public void hold(UUID one, UUID other) {
        jdbc.sql("select id from person where id in (:ids) order by id for update")
                .param("ids", List.of(one, other))
                .query(UUID.class)
                .list();
    }

    /** Its open sessions end: they would act as somebody who comes in no more. */
    public void point(UUID absorbed, UUID kept) {
        set(absorbed, kept);
        jdbc.sql("delete from SPRING_SESSION where principal_name = :person")
                .param("person", absorbed.toString())
                .update();
    }

    /** The entry is an account of its own again. */
    public void separate(UUID absorbed) {
        set(absorbed, null);
    }

    private void set(UUID absorbed, @Nullable UUID kept) {
        jdbc.sql("update person set merged_into = :kept, version = version + 1 where id = :id")
                .param("kept", kept)
                .param("id", absorbed)
                .update();
    }
}
