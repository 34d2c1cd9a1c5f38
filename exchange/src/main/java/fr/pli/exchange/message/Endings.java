package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.journal.RequestActor;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happens to a message after it was made: seen, deleted, expired, or thrown away before. The row is locked. */
@Component
class Endings {

    private final MessageRecords records;
    private final Messages messages;
    private final Keeping keeping;
    private final BoxTokens tokens;
    private final Journal journal;
    private final RequestActor actors;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Endings(
            MessageRecords records,
            Messages messages,
            Keeping keeping,
            BoxTokens tokens,
            Journal journal,
            RequestActor actors,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.records = records;
        this.messages = messages;
        this.keeping = keeping;
        this.tokens = tokens;
        this.journal = journal;
        this.actors = actors;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param by null when nobody came back for it */
    void discard(MessageRecord draft, @Nullable UUID by) {
        keeping.release(draft);
        draft.discard(clock.instant());
        journal.append(Fact.of("message.discarded").by(by).message(draft.id()));
    }

    /** A letter: nothing else is ever taken away (E-5). */
    void delete(MessageRecord message) {
        if (!message.origin().letter()) {
            throw new IllegalStateException("message " + message.id() + " is permanent");
        }
        if (over(message)) {
            expire(message);
            return;
        }
        keeping.release(message);
        message.delete(clock.instant());
        records.flush();
        tokens.forget(message.id(), message.boxes());
        journal.append(Fact.of("message.deleted").by(message.sender()).message(message.id()));
        events.publishEvent(new MessageDeleted(message.view()));
    }

    void expire(MessageRecord message) {
        if (message.state() != MessageState.SENT || !message.origin().letter() || !over(message)) {
            return;
        }
        keeping.release(message);
        message.life().expire(clock.instant());
        records.flush();
        journal.append(Fact.of("message.expired").message(message.id()));
        events.publishEvent(new MessageExpired(message.view()));
    }

    private boolean over(MessageRecord message) {
        Instant end = message.endsAt();
        return end != null && !clock.instant().isBefore(end);
    }

    /** Once per recipient, whoever is faster; its sender opening it is nothing. */
    void seen(Person reader, UUID id) {
        Message message = messages.readable(reader, id);
        Instant now = clock.instant();
        UUID hand = actors.hand(reader.id());
        int first = jdbc.sql("""
                        update recipient set seen_at = :now, seen_by = :hand
                        where message = :message and person = :person and seen_at is null
                        """)
                .param("now", now)
                .param("hand", hand.equals(reader.id()) ? null : hand)
                .param("message", id)
                .param("person", reader.id())
                .update();
        if (first == 1) {
            journal.append(Fact.of("message.seen").by(reader.id()).message(id));
            events.publishEvent(new MessageSeen(message, reader.id(), hand, now));
        }
    }
}
