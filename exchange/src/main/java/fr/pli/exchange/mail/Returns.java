package fr.pli.exchange.mail;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Believes what later mail servers report of our mails, but only this: that a mail we know, to an address it was
 * written to, is delayed, has failed, or arrived after a delay. A failure is final; the same report has no second effect.
 */
@Service
public class Returns {

    private final MailTable mails;
    private final ReturnCount count;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Units units;
    private final Clock clock;

    Returns(
            MailTable mails,
            ReturnCount count,
            Journal journal,
            ApplicationEventPublisher events,
            Units units,
            Clock clock) {
        this.mails = mails;
        this.count = count;
        this.journal = journal;
        this.events = events;
        this.units = units;
        this.clock = clock;
    }

    /** @return how many were about mails of ours, new or already known */
    public int take(Collection<Return> reports) {
        int bound = 0;
        for (Return report : reports) {
            if (units.call(() -> bind(report))) {
                bound++;
            }
        }
        return bound;
    }

    /** Adds to what the state page shows. */
    public void counted(int bound, int unknown) {
        if (bound + unknown > 0) {
            units.run(() -> count.add(bound, unknown, clock.instant()));
        }
    }

    private boolean bind(Return report) {
        Mail mail = mails.find(report.mail()).orElse(null);
        if (mail == null) {
            return false;
        }
        Optional<Return.Line> line = report.lines().stream()
                .filter(candidate -> candidate.about(mail.letter().address()))
                .findFirst();
        line.ifPresent(said -> settle(mail, said));
        return line.isPresent();
    }

    private void settle(Mail mail, Return.Line line) {
        Instant now = clock.instant();
        if (!mails.returned(mail.id(), line.action(), line.said(), now)) {
            return;
        }
        Letter letter = mail.letter();
        journal.append(fact(line.action())
                .message(letter.message())
                .about(letter.reader())
                .detail("mail", mail.id())
                .detail("template", letter.template())
                .detail("reason", MailReason.of(line.said())));
        mails.find(mail.id()).ifPresent(row -> events.publishEvent(new MailSettled(row.fate(), letter.subject())));
    }

    private static Fact fact(Return.Action action) {
        return switch (action) {
            case FAILED -> Fact.of("mail.bounced");
            case DELAYED -> Fact.of("mail.delayed");
            case DELIVERED -> Fact.of("mail.delivered");
        };
    }
}
