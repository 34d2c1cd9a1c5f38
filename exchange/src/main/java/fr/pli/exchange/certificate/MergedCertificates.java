package fr.pli.exchange.certificate;

import fr.pli.exchange.account.Merging;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Certificates when accounts are merged (C-6): all of them sign in to the account that is kept. */
@Component
@Order(1)
class MergedCertificates implements Merging {

    private final JdbcClient jdbc;
    private final Journal journal;

    MergedCertificates(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    @Override
    public String subject() {
        return "certificates";
    }

    @Override
    public Outlook outlook(UUID absorbed, UUID kept) {
        return new Outlook(
                jdbc.sql("select count(*) from certificate where person = :person")
                        .param("person", absorbed)
                        .query(Integer.class)
                        .single(),
                0);
    }

    @Override
    public Set<UUID> merge(UUID absorbed, UUID kept, UUID by) {
        var held = new LinkedHashSet<>(jdbc.sql("select id from certificate where person = :person for update")
                .param("person", absorbed)
                .query(UUID.class)
                .list());
        held.forEach(certificate -> give(certificate, absorbed, kept, by));
        return held;
    }

    @Override
    public void undo(UUID absorbed, UUID kept, Set<UUID> moved, UUID by) {
        moved.forEach(certificate -> give(certificate, kept, absorbed, by));
    }

    private void give(UUID certificate, UUID from, UUID to, UUID by) {
        int given = jdbc.sql("update certificate set person = :to where id = :id and person = :from")
                .param("to", to)
                .param("id", certificate)
                .param("from", from)
                .update();
        if (given == 1) {
            journal.append(
                    Fact.of("certificate.moved").by(by).about(certificate).detail("person", to));
        }
    }
}
