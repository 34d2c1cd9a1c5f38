package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** « Demander un délai »: a recipient asks, once for each end; the sender grants a later end or declines. */
@Service
public class TimeRequests {

    private final MessageRecords records;
    private final LetterRecords letters;
    private final TimeRequestTable requests;
    private final Lifetimes lifetimes;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final MessageSettings settings;
    private final MessageLimits limits;
    private final Units units;
    private final Clock clock;

    TimeRequests(
            MessageRecords records,
            LetterRecords letters,
            TimeRequestTable requests,
            Lifetimes lifetimes,
            Journal journal,
            ApplicationEventPublisher events,
            MessageSettings settings,
            MessageLimits limits,
            Units units,
            Clock clock) {
        this.records = records;
        this.letters = letters;
        this.requests = requests;
        this.lifetimes = lifetimes;
        this.journal = journal;
        this.events = events;
        this.settings = settings;
        this.limits = limits;
        this.units = units;
        this.clock = clock;
    }

    /** All that were ever made about a message, oldest first. */
    public List<TimeRequest> of(UUID message) {
        return requests.of(message);
    }

    /** What {@code reader} may do about the end of a message they received. */
    public Asking asking(UUID reader, Message message) {
        Optional<TimeRequest> last = requests.of(message.id()).stream()
                .filter(request -> request.person().equals(reader))
                .reduce((earlier, later) -> later);
        return new Asking(obstacle(reader, message), last.orElse(null));
    }

    /** @param reason in the recipient's words, may be empty */
    public void ask(Person reader, UUID id, String reason) {
        if (reason.length() > MessageSettings.WORD) {
            throw MessageRefusal.WORD_TOO_LONG.with(MessageSettings.WORD);
        }
        units.run(() -> {
            Message message = letters.received(id, reader).view();
            Obstacle obstacle = obstacle(reader.id(), message);
            if (obstacle != null) {
                throw obstacle.refused();
            }
            Instant now = clock.instant();
            var request = new TimeRequest(
                    Ids.next(now),
                    id,
                    reader.id(),
                    Objects.requireNonNull(message.endsAt()),
                    now,
                    reason.strip(),
                    TimeRequest.State.OPEN,
                    null,
                    "");
            requests.add(request);
            journal.append(Fact.of("message.time-asked").by(reader.id()).message(id));
            events.publishEvent(new TimeAsked(message, request));
        });
    }

    /**
     * Moves the end to a later one, which answers this request and every other open one.
     *
     * @param days after availability
     */
    public void grant(Person sender, UUID message, UUID id, int days) {
        units.run(() -> {
            TimeRequest request = open(sender, message, id);
            MessageRecord record = letters.running(message, sender, clock.instant());
            Instant end = Retention.days(days)
                    .end(Objects.requireNonNull(record.life().availableAt()));
            if (days >= 1 && end != null && !end.isAfter(Objects.requireNonNull(record.endsAt()))) {
                throw MessageRefusal.TIME_NOT_LATER.with();
            }
            lifetimes.change(sender, request.message(), days);
        });
    }

    /** @param word to the recipient, may be empty */
    public void decline(Person sender, UUID message, UUID id, String word) {
        if (word.length() > MessageSettings.WORD) {
            throw MessageRefusal.WORD_TOO_LONG.with(MessageSettings.WORD);
        }
        units.run(() -> {
            TimeRequest request = open(sender, message, id);
            requests.answer(id, TimeRequest.State.DECLINED, word.strip(), clock.instant());
            journal.append(Fact.of("message.time-declined")
                    .by(sender.id())
                    .message(message)
                    .about(request.person()));
            Message view = records.findById(message).orElseThrow().view();
            events.publishEvent(
                    new TimeDeclined(view, requests.find(message, id).orElseThrow()));
        });
    }

    private TimeRequest open(Person sender, UUID message, UUID id) {
        letters.running(message, sender, clock.instant());
        TimeRequest request = requests.find(message, id).orElseThrow(MessageRefusal.UNKNOWN::with);
        if (!request.open()) {
            throw MessageRefusal.TIME_ANSWERED.with();
        }
        return request;
    }

    private @Nullable Obstacle obstacle(UUID reader, Message message) {
        Instant now = clock.instant();
        Instant end = message.endsAt();
        if (end == null || !message.available(now)) {
            return Obstacle.of(MessageRefusal.ENDED);
        }
        boolean asked = requests.of(message.id()).stream()
                .anyMatch(request ->
                        request.person().equals(reader) && request.endsAt().equals(end));
        if (asked) {
            return Obstacle.of(MessageRefusal.TIME_ASKED);
        }
        if (lifetimes.choice(message).later().isEmpty()) {
            return Obstacle.of(MessageRefusal.TIME_AT_LIMIT, limits.maxExtendedDays());
        }
        Duration left = Duration.between(now, end);
        return left.compareTo(settings.timeRequest()) > 0
                ? Obstacle.of(
                        MessageRefusal.TIME_NOT_YET, settings.timeRequest().toDays())
                : null;
    }

    /**
     * @param obstacle why no time can be asked for now; null when it can
     * @param last the reader's latest request
     */
    public record Asking(
            @Nullable Obstacle obstacle, @Nullable TimeRequest last) {}
}
