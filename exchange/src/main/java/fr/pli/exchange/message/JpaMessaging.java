package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.journal.RequestActor;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Each act: lock the message, ask the aggregate's state, act, tell the journal. */
@Service
class JpaMessaging implements Messaging {

    private final MessageRecords records;
    private final Addresses addresses;
    private final Correspondents correspondents;
    private final Dispatch dispatch;
    private final DraftFiles draftFiles;
    private final Endings endings;
    private final AccessRules rules;
    private final LetterRecords letters;
    private final Journal journal;
    private final RequestActor actors;
    private final ApplicationEventPublisher events;
    private final MessageLimits limits;
    private final Units units;
    private final Clock clock;

    JpaMessaging(
            MessageRecords records,
            Addresses addresses,
            Correspondents correspondents,
            Dispatch dispatch,
            DraftFiles draftFiles,
            Endings endings,
            AccessRules rules,
            LetterRecords letters,
            Journal journal,
            RequestActor actors,
            ApplicationEventPublisher events,
            MessageLimits limits,
            Units units,
            Clock clock) {
        this.records = records;
        this.addresses = addresses;
        this.correspondents = correspondents;
        this.dispatch = dispatch;
        this.draftFiles = draftFiles;
        this.endings = endings;
        this.rules = rules;
        this.letters = letters;
        this.journal = journal;
        this.actors = actors;
        this.events = events;
        this.limits = limits;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public UUID draft(Person author, Origin origin, Retention retention) {
        if (origin.letter() == (retention.days() == null)) {
            throw new IllegalArgumentException("a letter has an end, and nothing else has");
        }
        return units.call(() -> kept(begun(author, origin, retention)));
    }

    @Override
    public UUID letter(Person author, Collection<String> recipients, String subject, String comment, int days) {
        return units.call(() -> {
            MessageRecord message = begun(author, Origin.LETTER, Retention.days(limits.maxDays()));
            write(author, message, recipients, subject, comment, days);
            return kept(message);
        });
    }

    private MessageRecord begun(Person author, Origin origin, Retention retention) {
        rules.mayPost(author, origin).require();
        Instant now = clock.instant();
        return new MessageRecord(Ids.next(now), author.id(), origin, retention, now);
    }

    private UUID kept(MessageRecord message) {
        records.save(message);
        records.flush();
        return message.id();
    }

    @Override
    public void edit(
            Person author, UUID draft, Collection<String> recipients, String subject, String comment, int days) {
        units.run(() -> {
            MessageRecord message = draftOf(author, draft);
            write(author, message, recipients, subject, comment, days);
            draftFiles.keep(message);
        });
    }

    private void write(
            Person author,
            MessageRecord message,
            Collection<String> recipients,
            String subject,
            String comment,
            int days) {
        boolean letter = message.origin().letter();
        if (!letter && !recipients.isEmpty()) {
            throw MessageRefusal.NO_RECIPIENTS_HERE.with();
        }
        List<UUID> people = addresses.resolve(author, recipients, correspondents.of(message));
        if (subject.length() > MessageSettings.SUBJECT) {
            throw MessageRefusal.SUBJECT_TOO_LONG.with(MessageSettings.SUBJECT);
        }
        if (comment.length() > MessageSettings.COMMENT) {
            throw MessageRefusal.COMMENT_TOO_LONG.with(MessageSettings.COMMENT);
        }
        if (letter && (days < 1 || days > limits.maxDays())) {
            throw MessageRefusal.LIFETIME.with(limits.maxDays());
        }
        message.write(people, subject.strip(), comment, letter ? days : null, clock.instant());
    }

    @Override
    public void remove(Person author, UUID draft, UUID file) {
        units.run(() -> draftFiles.remove(draftOf(author, draft), file));
    }

    @Override
    public void rename(Person author, UUID draft, UUID file, String path) {
        units.run(() -> draftFiles.rename(draftOf(author, draft), file, path));
    }

    @Override
    public void claim(Person author, UUID draft, UUID file, String sha256) {
        units.run(() -> draftFiles.claim(changeable(author, draft), file, sha256));
    }

    @Override
    public void send(Person author, UUID draft, boolean unattended) {
        units.run(() -> {
            MessageRecord message = own(author, draft);
            if (message.state() != MessageState.DRAFT) {
                return;
            }
            rules.mayPost(author, message.origin()).require();
            Sending sending = dispatch.read(message);
            message.unattended(unattended);
            message.sentBy(actors.hand(author.id()));
            SendingRule.first(sending).ifPresent(obstacle -> {
                throw obstacle.refused();
            });
            message.life().queue(clock.instant());
            journal.append(Fact.of("message.queued").by(author.id()).message(message.id()));
            if (!message.origin().letter()) {
                // whoever owns the place looks at the row; a letter is posted nowhere
                records.flush();
            }
            events.publishEvent(new MessageQueued(message.view()));
            dispatch.decide(sending);
        });
    }

    @Override
    public void recall(Person author, UUID id) {
        units.run(() -> {
            MessageRecord message = changeable(author, id);
            switch (message.state()) {
                case QUEUED -> {
                    message.life().backToDraft(clock.instant());
                    message.unattended(false);
                    journal.append(Fact.of("message.recalled").by(author.id()).message(message.id()));
                }
                case DRAFT -> {}
                case SENT, DELETED, EXPIRED -> throw MessageRefusal.SENT.with();
            }
        });
    }

    @Override
    public void delete(Person author, UUID id) {
        units.run(() -> {
            MessageRecord message = changeable(author, id);
            switch (message.state()) {
                case QUEUED -> {
                    message.life().backToDraft(clock.instant());
                    endings.discard(message, author.id());
                }
                case DRAFT -> endings.discard(message, author.id());
                case SENT -> endings.delete(message);
                case DELETED, EXPIRED -> {}
            }
        });
    }

    @Override
    public void seen(Person reader, UUID id) {
        units.run(() -> endings.seen(reader, id));
    }

    @Override
    public void expire(UUID id) {
        units.run(() -> records.lock(id).ifPresent(endings::expire));
    }

    /** Locked, and the author's own; anything else answers like an id that never was. */
    private MessageRecord own(Person author, UUID id) {
        return records.lock(id)
                .filter(message ->
                        message.sender().equals(author.id()) && !message.life().discarded())
                .filter(message -> rules.present(author.id(), message.origin()))
                .orElseThrow(MessageRefusal.UNKNOWN::with);
    }

    /** As {@link #own}; what is no letter is permanent once it has left. */
    private MessageRecord changeable(Person author, UUID id) {
        MessageRecord message = own(author, id);
        if (message.life().availableAt() != null) {
            letters.requireLetter(author, message.view());
        }
        return message;
    }

    private MessageRecord draftOf(Person author, UUID id) {
        MessageRecord message = changeable(author, id);
        message.life().requireDraft();
        return message;
    }
}
