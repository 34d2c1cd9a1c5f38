package fr.pli.exchange.message;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Offices;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.StoredFiles;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Decides what becomes of a queued message: it leaves when every file is ready, goes back to the drafts when something
 * blocks it, and waits otherwise. The message's row is locked by the caller.
 */
@Component
class Dispatch {

    private final Directory directory;
    private final Addresses addresses;
    private final Correspondents correspondents;
    private final Offices offices;
    private final StoredFiles files;
    private final Departure departure;
    private final Keeping keeping;
    private final MessageLimits limits;
    private final Clock clock;

    Dispatch(
            Directory directory,
            Addresses addresses,
            Correspondents correspondents,
            Offices offices,
            StoredFiles files,
            Departure departure,
            Keeping keeping,
            MessageLimits limits,
            Clock clock) {
        this.directory = directory;
        this.addresses = addresses;
        this.correspondents = correspondents;
        this.offices = offices;
        this.files = files;
        this.departure = departure;
        this.keeping = keeping;
        this.limits = limits;
        this.clock = clock;
    }

    Sending read(MessageRecord message) {
        List<UUID> named = message.recipients();
        var ids = new HashSet<>(named);
        ids.add(message.sender());
        Map<UUID, Person> people = directory.findAll(ids);
        Person sender = Optional.ofNullable(people.get(message.sender()))
                .orElseThrow(() -> new IllegalStateException("message " + message.id() + " has no sender"));
        List<Person> recipients = named.stream()
                .flatMap(id -> Optional.ofNullable(people.get(id)).stream())
                .toList();
        Set<UUID> known = correspondents.of(message);
        List<Person> unreachable = recipients.stream()
                .filter(person -> !addresses.reachable(sender, person, known))
                .toList();
        return new Sending(
                sender,
                message,
                recipients,
                unreachable,
                offices.members(recipients),
                files.findAll(message.files()),
                limits.now());
    }

    void evaluate(MessageRecord message) {
        if (message.state() == MessageState.QUEUED) {
            decide(read(message));
        }
    }

    void decide(Sending sending) {
        Instant now = clock.instant();
        if (!sending.sender().active()) {
            departure.blocked(sending, Obstacle.of(MessageRefusal.SENDER_INACTIVE), now);
            return;
        }
        Optional<Obstacle> obstacle = SendingRule.first(sending);
        if (obstacle.isPresent()) {
            departure.blocked(sending, obstacle.get(), now);
        } else if (sending.ready()) {
            departure.leaves(sending, now);
        } else {
            keeping.keepForDraft(sending.message(), now);
        }
    }
}
