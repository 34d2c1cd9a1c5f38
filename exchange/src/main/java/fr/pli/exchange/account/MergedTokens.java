package fr.pli.exchange.account;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tokens when accounts are merged (C-6): those of the absorbed entry end for good. Whoever holds one was given the letters
 * of one account; it must not open the other's, nor work again by an undo that nobody thought of as giving access.
 */
@Component
@Order(3)
class MergedTokens implements Merging {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    MergedTokens(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public String subject() {
        return "tokens";
    }

    @Override
    public Outlook outlook(UUID absorbed, UUID kept) {
        return new Outlook(0, 0, usable(absorbed, clock.instant()).size());
    }

    @Override
    public Set<UUID> merge(UUID absorbed, UUID kept, UUID by) {
        Instant now = clock.instant();
        usable(absorbed, now).forEach(token -> {
            jdbc.sql("update api_token set revoked_at = ? where id = ?")
                    .params(now, token)
                    .update();
            journal.append(Fact.of("token.revoked").by(by).about(token));
        });
        return Set.of();
    }

    @Override
    public void undo(UUID absorbed, UUID kept, Set<UUID> moved, UUID by) {
        // revoked is revoked
    }

    private List<UUID> usable(UUID person, Instant now) {
        return jdbc.sql("select id from api_token where person = ? and revoked_at is null and ends_at > ? for update")
                .params(person, now)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }
}
