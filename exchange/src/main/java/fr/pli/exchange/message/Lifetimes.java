package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The sender shortens or extends the life of a message that has left: end, keys, boxes, requests, one transaction. */
@Service
public class Lifetimes {

    private final MessageRecords records;
    private final LetterRecords letters;
    private final Keeping keeping;
    private final TimeRequestTable requests;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final MessageLimits limits;
    private final Units units;
    private final Clock clock;

    Lifetimes(
            MessageRecords records,
            LetterRecords letters,
            Keeping keeping,
            TimeRequestTable requests,
            Journal journal,
            ApplicationEventPublisher events,
            MessageLimits limits,
            Units units,
            Clock clock) {
        this.records = records;
        this.letters = letters;
        this.keeping = keeping;
        this.requests = requests;
        this.journal = journal;
        this.events = events;
        this.limits = limits;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Moves the end to {@code days} of 24 hours after availability; the same end again changes nothing.
     *
     * @throws fr.pli.exchange.platform.RefusedException beyond the limit, before now, or when the life is over
     */
    public void change(Person sender, UUID id, int days) {
        units.run(() -> {
            Instant now = clock.instant();
            MessageRecord message = letters.running(id, sender, now);
            if (days < 1 || days > limits.maxExtendedDays()) {
                throw MessageRefusal.EXTENDED_LIFETIME.with(limits.maxExtendedDays());
            }
            Instant before = Objects.requireNonNull(message.endsAt(), "a letter has an end");
            Instant end = Objects.requireNonNull(Retention.days(days)
                    .end(Objects.requireNonNull(message.life().availableAt())));
            if (!end.isAfter(now)) {
                throw MessageRefusal.END_PASSED.with();
            }
            if (!end.equals(before)) {
                move(message, days, before, now);
            }
        });
    }

    private void move(MessageRecord message, int days, Instant before, Instant now) {
        message.moveEnd(days);
        records.flush();
        keeping.keepForMessage(message);
        Instant end = Objects.requireNonNull(message.endsAt());
        journal.append(Fact.of("message.end-moved")
                .by(message.sender())
                .message(message.id())
                .detail("from", before)
                .detail("to", end));
        List<TimeRequest> granted = end.isAfter(before)
                ? requests.of(message.id()).stream().filter(TimeRequest::open).toList()
                : List.of();
        for (TimeRequest request : granted) {
            requests.answer(request.id(), TimeRequest.State.GRANTED, "", now);
            journal.append(Fact.of("message.time-granted")
                    .by(message.sender())
                    .message(message.id())
                    .about(request.person()));
        }
        events.publishEvent(new MessageEndMoved(message.view(), before, granted));
    }

    /** What can be chosen now: each end after now and up to the limit, the present one left out. */
    public Choice choice(Message message) {
        Instant now = clock.instant();
        Instant available = message.availableAt();
        Instant end = message.endsAt();
        if (available == null || end == null || !message.available(now)) {
            return new Choice(0, limits.maxExtendedDays(), List.of(), List.of());
        }
        List<End> ends = IntStream.rangeClosed(1, limits.maxExtendedDays())
                .mapToObj(days -> new End(days, available.plus(Duration.ofDays(days))))
                .filter(other -> other.at().isAfter(now))
                .toList();
        return new Choice(
                (int) Duration.between(available, end).toDays(),
                limits.maxExtendedDays(),
                ends.stream().filter(other -> other.at().isBefore(end)).toList(),
                ends.stream().filter(other -> other.at().isAfter(end)).toList());
    }

    /**
     * @param days present lifetime
     * @param most longest lifetime
     * @param earlier ends it can be shortened to, soonest first
     * @param later ends it can be extended to, soonest first; empty at the limit
     */
    public record Choice(int days, int most, List<End> earlier, List<End> later) {

        /** Offered when time was asked for: about a week more, or all that is allowed. */
        public int suggested() {
            return later.isEmpty()
                    ? days
                    : later.get(Math.min(6, later.size() - 1)).days();
        }
    }

    /** @param days after availability */
    public record End(int days, Instant at) {}
}
