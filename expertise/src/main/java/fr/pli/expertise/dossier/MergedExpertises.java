package fr.pli.expertise.dossier;

import fr.pli.exchange.account.Merging;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Expertises when accounts are merged (C-6): those of an expert are led by the account that is kept. */
@Component
@Order(12)
class MergedExpertises implements Merging {

    private final JdbcClient jdbc;

    MergedExpertises(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String subject() {
        return "expertises";
    }

    @Override
    public Outlook outlook(UUID absorbed, UUID kept) {
        return new Outlook(
                jdbc.sql("select count(*) from expertise where expert = ?")
                        .param(absorbed)
                        .query(Integer.class)
                        .single(),
                0);
    }

    @Override
    public Set<UUID> merge(UUID absorbed, UUID kept, UUID by) {
        var led = new LinkedHashSet<>(jdbc.sql("select id from expertise where expert = ? for update")
                .param(absorbed)
                .query(UUID.class)
                .list());
        give(led, absorbed, kept);
        return led;
    }

    @Override
    public void undo(UUID absorbed, UUID kept, Set<UUID> moved, UUID by) {
        give(moved, kept, absorbed);
    }

    private void give(Set<UUID> expertises, UUID from, UUID to) {
        if (!expertises.isEmpty()) {
            jdbc.sql("update expertise set expert = :to, version = version + 1 where id in (:ids) and expert = :from")
                    .param("to", to)
                    .param("ids", expertises)
                    .param("from", from)
                    .update();
        }
    }
}
