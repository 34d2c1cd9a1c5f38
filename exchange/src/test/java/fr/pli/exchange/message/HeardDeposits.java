package fr.pli.exchange.message;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the owner of an origin hears, as it hears it: within the transaction, with the row as it is by then. */
@Component
public class HeardDeposits {

    /** @param rowState of the message in the database, read in the same transaction; null without transaction */
    record Heard(Object event, UUID message, String rowState) {}

    private final List<Heard> events = new CopyOnWriteArrayList<>();
    private final JdbcClient jdbc;

    HeardDeposits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(MessageQueued queued) {
        add(queued, queued.message().id());
    }

    @EventListener
    void on(MessageSent sent) {
        add(sent, sent.message().id());
    }

    @EventListener
    void on(MessageBlocked blocked) {
        add(blocked, blocked.message().id());
    }

    @EventListener
    void on(MessageOpened opened) {
        add(opened, opened.message());
    }

    private void add(Object event, UUID message) {
        String state = TransactionSynchronizationManager.isActualTransactionActive()
                ? jdbc.sql("select state from message where id = ?")
                        .param(message)
                        .query(String.class)
                        .optional()
                        .orElse(null)
                : null;
        events.add(new Heard(event, message, state));
    }

    List<Heard> of(UUID message) {
        return events.stream().filter(heard -> heard.message().equals(message)).toList();
    }

    public long count(Class<?> kind, UUID message) {
        return of(message).stream()
                .filter(heard -> kind.isInstance(heard.event()))
                .count();
    }
}
