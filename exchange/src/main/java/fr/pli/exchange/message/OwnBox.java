package fr.pli.exchange.message;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * A recipient takes a message out of their own box, and nobody else's: receipts stay, the right to read stays, no
 * warning is sent any more. It can be put back until the end of its life.
 */
@Service
public class OwnBox {

    private final LetterRecords letters;
    private final Directory directory;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;

    OwnBox(LetterRecords letters, Directory directory, Journal journal, JdbcClient jdbc, Units units, Clock clock) {
        this.letters = letters;
        this.directory = directory;
        this.journal = journal;
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    /** Doing it again changes nothing. */
    public void remove(Person reader, UUID id) {
        units.run(() -> {
            RecipientRecord own = own(letters.received(id, reader), reader);
            if (own.removedAt() == null) {
                own.removed(clock.instant());
                journal.append(Fact.of("message.removed").by(reader.id()).message(id));
            }
        });
    }

    /** @throws fr.pli.exchange.platform.RefusedException once its life is over */
    public void restore(Person reader, UUID id) {
        units.run(() -> {
            MessageRecord message = letters.received(id, reader);
            RecipientRecord own = own(message, reader);
            if (own.removedAt() == null) {
                return;
            }
            if (!message.life().running(clock.instant())) {
                throw MessageRefusal.ENDED.with();
            }
            Instant came = own.deliveredAt() == null ? message.life().availableAt() : own.deliveredAt();
            Person sender = directory.find(message.sender()).orElseThrow();
            own.delivered(
                    Objects.requireNonNull(came),
                    BoxTokens.key(message.subject()),
                    BoxTokens.key(sender),
                    message.byteCount(),
                    message.endsAt());
            journal.append(Fact.of("message.restored").by(reader.id()).message(id));
        });
    }

    /** Since when {@code reader} has taken it out of their box. */
    public Optional<Instant> removedAt(UUID reader, UUID message) {
        return jdbc.sql("select removed_at from recipient where message = ? and person = ? and removed_at is not null")
                .params(message, reader)
                .query(Instant.class)
                .optional();
    }

    /** Who has taken it out of their box. */
    public Set<UUID> removedBy(UUID message) {
        return Set.copyOf(jdbc.sql("select person from recipient where message = ? and removed_at is not null")
                .param(message)
                .query(UUID.class)
                .list());
    }

    private static RecipientRecord own(MessageRecord message, Person reader) {
        return message.recipientRow(reader.id()).orElseThrow();
    }
}
