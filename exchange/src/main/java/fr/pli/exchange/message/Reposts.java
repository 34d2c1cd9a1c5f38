package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/**
 * Lets a message show files that another one shows (D-8): the same rows, sealed bytes and fingerprints, nothing is copied
 * nor analysed again. A file ends when the last message that shows it ends.
 */
@Service
public class Reposts {

    private final MessageRecords records;
    private final Messages messages;
    private final AccessRules rules;
    private final Dispatch dispatch;
    private final Departure departure;
    private final Keeping keeping;
    private final Units units;
    private final Clock clock;

    Reposts(
            MessageRecords records,
            Messages messages,
            AccessRules rules,
            Dispatch dispatch,
            Departure departure,
            Keeping keeping,
            Units units,
            Clock clock) {
        this.records = records;
        this.messages = messages;
        this.rules = rules;
        this.dispatch = dispatch;
        this.departure = departure;
        this.keeping = keeping;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Adds to an own draft the files of a message that has left and that {@code author} may read whole.
     *
     * @throws fr.pli.exchange.platform.RefusedException like an unknown id for either, when it is not so
     */
    public void attach(Person author, UUID draft, UUID from) {
        units.run(() -> {
            Message source = messages.readable(author, from);
            if (source.attachments().stream().anyMatch(one -> !messages.decide(author, source, one.file())
                    .allowed())) {
                throw MessageRefusal.UNKNOWN.with();
            }
            MessageRecord message = records.lock(draft)
                    .filter(found -> found.sender().equals(author.id())
                            && !found.life().discarded()
                            && rules.present(author.id(), found.origin()))
                    .orElseThrow(MessageRefusal.UNKNOWN::with);
            message.life().requireDraft();
            show(message, source, clock.instant());
            records.flush();
            keeping.keepForDraft(message, clock.instant());
        });
    }

    /**
     * Posts the files of a message that has left at another place, at once. Neither the rule of that place nor those of
     * sending are asked: the feature that owns the place answers for it.
     *
     * @param author who posts them
     * @param place no letter
     * @param made what the owner of the place notes of the new message before it leaves
     * @return the new message
     */
    public UUID post(UUID from, Person author, Origin place, String subject, Consumer<UUID> made) {
        if (place.letter()) {
            throw new IllegalArgumentException("a letter is written by its author");
        }
        return units.call(() -> {
            Instant now = clock.instant();
            Message source = messages.find(from)
                    .filter(found -> found.available(now))
                    .orElseThrow(() -> new IllegalStateException("message " + from + " shows no files"));
            var message = new MessageRecord(Ids.next(now), author.id(), place, Retention.unlimited(), now);
            records.save(message);
            records.flush();
            message.write(List.of(), subject, "", null, now);
            show(message, source, now);
            message.life().queue(now);
            records.flush();
            made.accept(message.id());
            departure.leaves(dispatch.read(message), now);
            return message.id();
        });
    }

    private static void show(MessageRecord message, Message source, Instant now) {
        source.attachments().stream()
                .filter(one -> message.attachment(one.file()).isEmpty())
                .forEach(one -> message.attach(one.file(), one.path(), one.length(), now));
    }
}
