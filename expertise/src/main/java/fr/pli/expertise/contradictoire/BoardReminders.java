package fr.pli.expertise.contradictoire;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.notification.Notices;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Units;
import fr.pli.expertise.dossier.Expertises;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** « Relancer »: one click reminds one person of all that they may have and have not downloaded (E-9). */
@Service
public class BoardReminders {

    /** Nobody is reminded of an expertise more often. */
    static final Duration WINDOW = Duration.ofHours(24);

    static final String KIND = "contradictoire.reminded";

    /** A reminder names so many documents; there may be more. */
    private static final int NAMED = 200;

    private final Boards boards;
    private final Expertises expertises;
    private final Audience audience;
    private final BoardDocuments documents;
    private final BoardReminderTable reminders;
    private final Directory directory;
    private final Notices notices;
    private final Journal journal;
    private final Units units;
    private final Clock clock;

    BoardReminders(
            Boards boards,
            Expertises expertises,
            Audience audience,
            BoardDocuments documents,
            BoardReminderTable reminders,
            Directory directory,
            Notices notices,
            Journal journal,
            Units units,
            Clock clock) {
        this.boards = boards;
        this.expertises = expertises;
        this.audience = audience;
        this.documents = documents;
        this.reminders = reminders;
        this.directory = directory;
        this.notices = notices;
        this.journal = journal;
        this.units = units;
        this.clock = clock;
    }

    /** @return how many documents the reminder names; two clicks at once send one, the expertise's row decides */
    public int remind(Person by, UUID expertise, UUID to) {
        return units.call(() -> {
            boards.seen(by, expertise);
            expertises.held(by, expertise);
            Instant now = clock.instant();
            Instant last = reminders.last(expertise).get(to);
            if (last != null && now.isBefore(last.plus(WINDOW))) {
                throw BoardRefusal.REMINDED_ALREADY.with(WINDOW.toHours());
            }
            Person reader = directory.find(to).filter(Person::active).orElseThrow(BoardRefusal.NOBODY_WAITS::with);
            List<UUID> waiting = documents.undownloaded(to, audience.of(expertise), NAMED).stream()
                    .map(BoardDocuments.Shown::id)
                    .toList();
            if (waiting.isEmpty()) {
                throw BoardRefusal.NOBODY_WAITS.with();
            }
            UUID id = Ids.next(now);
            reminders.add(id, expertise, to, now, by.id(), waiting);
            journal.append(Fact.of(KIND)
                    .by(by.id())
                    .about(expertise)
                    .detail("participant", to)
                    .detail("documents", waiting.size()));
            notices.tell(reader, KIND, id, by.id(), BoardReminderMail.TEMPLATE, Map.of());
            return waiting.size();
        });
    }
}
