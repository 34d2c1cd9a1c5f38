package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.Outbox;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes a message available, or takes it back: state, keys, search, facts and mails in one transaction. */
@Component
class Departure {

    private final MessageRecords records;
    private final Keeping keeping;
    private final References references;
    private final BoxTokens tokens;
    private final Journal journal;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;

    Departure(
            MessageRecords records,
            Keeping keeping,
            References references,
            BoxTokens tokens,
            Journal journal,
            Outbox outbox,
            ApplicationEventPublisher events) {
        this.records = records;
        this.keeping = keeping;
        this.references = references;
        this.tokens = tokens;
        this.journal = journal;
        this.outbox = outbox;
        this.events = events;
    }

    void leaves(Sending sending, Instant now) {
        MessageRecord message = sending.message();
        message.admit(sending.members().keySet(), sending.admitted());
        message.makeAvailable(
                references.next(now), BoxTokens.key(message.subject()), BoxTokens.key(sending.sender()), now);
        records.flush();
        keeping.keepForMessage(message);
        if (sending.letter()) {
            tokens.write(sending);
        }
        journal(sending);
        events.publishEvent(new MessageSent(message.view()));
    }

    /** The sender is told on the page and by mail; somebody who lost the access is not written to. */
    void blocked(Sending sending, Obstacle obstacle, Instant now) {
        MessageRecord message = sending.message();
        message.life().blocked(obstacle.refusal(), obstacle.file(), now);
        message.unattended(false);
        records.flush();
        events.publishEvent(new MessageBlocked(message.view()));
        journal.append(Fact.of("message.blocked")
                .message(message.id())
                .file(obstacle.file())
                .detail("reason", obstacle.refusal().code()));
        Person sender = sending.sender();
        if (sender.active()) {
            outbox.stage(new Letter(
                    sender.email(),
                    sender.id(),
                    sender.language(),
                    BlockedMail.TEMPLATE,
                    message.id(),
                    Map.of("message", message.id().toString())));
        }
    }

    private void journal(Sending sending) {
        MessageRecord message = sending.message();
        UUID hand = message.sentBy();
        journal.append(Fact.of("message.sent")
                .by(hand == null ? message.sender() : hand)
                .actingFor(hand == null ? null : message.sender())
                .message(message.id())
                .detail("recipients", sending.recipients().size())
                .detail("files", message.fileCount())
                .detail("bytes", message.byteCount())
                .detail("ends", message.endsAt() == null ? "never" : message.endsAt()));
        message.attachments().forEach(attachment -> {
            var stored = sending.files().get(attachment.file());
            journal.append(Fact.of("message.file-available")
                    .message(message.id())
                    .file(attachment.file())
                    .content(stored == null ? null : stored.sha256(), attachment.length()));
        });
        message.boxes()
                .forEach(person -> journal.append(
                        Fact.of("message.available").message(message.id()).about(person)));
    }
}
