package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The sender gives a message that has left more recipients, by the rules of sending. */
@Service
public class LateRecipients {

    private final MessageRecords records;
    private final LetterRecords letters;
    private final Addresses addresses;
    private final Correspondents correspondents;
    private final Dispatch dispatch;
    private final BoxTokens tokens;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final MessageLimits limits;
    private final Units units;
    private final Clock clock;

    LateRecipients(
            MessageRecords records,
            LetterRecords letters,
            Addresses addresses,
            Correspondents correspondents,
            Dispatch dispatch,
            BoxTokens tokens,
            Journal journal,
            ApplicationEventPublisher events,
            MessageLimits limits,
            Units units,
            Clock clock) {
        this.records = records;
        this.letters = letters;
        this.addresses = addresses;
        this.correspondents = correspondents;
        this.dispatch = dispatch;
        this.tokens = tokens;
        this.journal = journal;
        this.events = events;
        this.limits = limits;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Those who have it already stay as they are.
     *
     * @return how many are new
     * @throws fr.pli.exchange.platform.RefusedException when an address may not be written to, when there would
     *     be too many, or when nobody would be new
     */
    public int add(Person sender, UUID id, Collection<String> typed) {
        return units.call(() -> {
            Instant now = clock.instant();
            MessageRecord message = letters.running(id, sender, now);
            List<UUID> named = addresses.resolve(sender, typed, correspondents.of(message));
            if (named.isEmpty()) {
                throw MessageRefusal.NO_RECIPIENT.with();
            }
            List<UUID> added = named.stream()
                    .filter(person -> !message.recipients().contains(person))
                    .toList();
            if (added.isEmpty()) {
                throw MessageRefusal.ALREADY_RECIPIENT.with();
            }
            if (message.recipients().size() + added.size() > limits.maxRecipients()) {
                throw MessageRefusal.TOO_MANY_RECIPIENTS.with(limits.maxRecipients());
            }
            deliver(sender, message, added, now);
            return added.size();
        });
    }

    private void deliver(Person sender, MessageRecord message, List<UUID> added, Instant now) {
        message.name(added);
        Sending sending = dispatch.read(message);
        sending.limits().recipients(sender, sending.recipients()).ifPresent(obstacle -> {
            throw obstacle.refused();
        });
        sending.unattended().stream()
                .filter(office -> added.contains(office.id()))
                .findFirst()
                .ifPresent(office -> {
                    throw MessageRefusal.NO_ACTIVE_MEMBER.with(office.name());
                });
        var reached = new ArrayList<>(added);
        reached.addAll(message.admit(sending.members().keySet(), sending.admitted()));
        message.deliverTo(reached, BoxTokens.key(sender), now);
        records.flush();
        tokens.write(sending);
        for (UUID person : reached) {
            journal.append(Fact.of("message.recipient-added")
                    .by(sender.id())
                    .message(message.id())
                    .about(person));
            journal.append(Fact.of("message.available").message(message.id()).about(person));
        }
        events.publishEvent(new RecipientsAdded(message.view(), reached, now));
    }
}
