package fr.pli.exchange.notification;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageRefusal;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.receipt.Collected;
import fr.pli.exchange.receipt.Receipts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** « Relancer »: the sender reminds those who have not collected everything, each at most once per window. */
@Service
public class Reminders {

    private final Messages messages;
    private final Receipts receipts;
    private final Directory directory;
    private final ReminderTable reminders;
    private final Post post;
    private final Journal journal;
    private final NotificationSettings settings;
    private final Units units;
    private final Clock clock;

    Reminders(
            Messages messages,
            Receipts receipts,
            Directory directory,
            ReminderTable reminders,
            Post post,
            Journal journal,
            NotificationSettings settings,
            Units units,
            Clock clock) {
        this.messages = messages;
        this.receipts = receipts;
        this.directory = directory;
        this.reminders = reminders;
        this.post = post;
        this.journal = journal;
        this.settings = settings;
        this.units = units;
        this.clock = clock;
    }

    /**
     * @param only these of the recipients; empty: everybody who has not collected
     * @return how many were reminded
     * @throws fr.pli.exchange.platform.RefusedException when the message is over, nobody is waited for, or everybody was
     *     reminded within the window
     */
    public int remind(Person sender, UUID id, Set<UUID> only) {
        return units.call(() -> {
            Message message = messages.sentBy(sender, id);
            Instant now = clock.instant();
            if (!message.available(now)) {
                throw MessageRefusal.ENDED.with();
            }
            List<UUID> waiting = receipts.collected(message).stream()
                    .filter(collected -> !collected.whole())
                    .map(Collected::person)
                    .filter(person -> only.isEmpty() || only.contains(person))
                    .toList();
            if (waiting.isEmpty()) {
                throw NotificationRefusal.NOBODY_WAITS.with();
            }
            Map<UUID, Person> people = directory.findAll(waiting);
            long told = waiting.stream()
                    .map(people::get)
                    .filter(person -> person != null && Post.receives(person) && remind(sender, message, person, now))
                    .count();
            if (told == 0) {
                throw NotificationRefusal.REMINDED_ALREADY.with(
                        settings.reminderWindow().toHours());
            }
            return (int) told;
        });
    }

    private boolean remind(Person sender, Message message, Person person, Instant now) {
        if (!reminders.add(message.id(), person.id(), now, now.minus(settings.reminderWindow()))) {
            return false;
        }
        journal.append(Fact.of("message.reminded")
                .by(sender.id())
                .message(message.id())
                .about(person.id()));
        post.tell(person, NoticeKind.REMINDED, message.id())
                .ifPresent(mail -> reminders.mailed(message.id(), person.id(), now, mail));
        return true;
    }
}
