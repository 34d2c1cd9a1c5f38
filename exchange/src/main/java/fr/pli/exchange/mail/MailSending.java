package fr.pli.exchange.mail;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Task;
import fr.pli.exchange.platform.Units;
import java.io.Serial;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * One attempt to hand one mail to the relay. <em>Sending</em> is committed before the data go, so that a node that dies
 * in between leaves an attempt of unknown outcome; such are repeated three times at most. A clear refusal for now, and
 * a relay that is away, are tried again with back-off until the mail is given up.
 */
@Component
class MailSending implements Task {

    static final String NAME = "mail.send";

    /** While the relay is known to be away nobody waits for it but {@link RelayProbe}, so other work goes on. */
    private static final String AWAY = "the relay cannot be reached";

    private static final int UNKNOWN_RETRIES = 3;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int DOUBLINGS = 6;

    private final MailTable mails;
    private final MailText text;
    private final Relay relay;
    private final RelayState state;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Units units;
    private final MailSettings settings;
    private final Clock clock;

    MailSending(
            MailTable mails,
            MailText text,
            Relay relay,
            RelayState state,
            Journal journal,
            ApplicationEventPublisher events,
            Units units,
            MailSettings settings,
            Clock clock) {
        this.mails = mails;
        this.text = text;
        this.relay = relay;
        this.state = state;
        this.journal = journal;
        this.events = events;
        this.units = units;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public @Nullable Instant run(String id) {
        Mail mail = mails.find(UUID.fromString(id)).orElse(null);
        if (mail == null || mail.settled()) {
            return null;
        }
        if (mail.state() == MailFate.State.SENDING) {
            return settle(mail, Outcome.unknown("the sending node died"));
        }
        if (tooOld(mail)) {
            return settle(mail, Outcome.refused(mail.lastReply() == null ? "never reached" : mail.lastReply()));
        }
        if (state.downSince().isPresent()) {
            return settle(mail, Outcome.unreachable(AWAY));
        }
        Optional<OutgoingMail> message = text.render(mail, relay.session());
        if (message.isEmpty()) {
            return settle(mail, Outcome.cancelled());
        }
        try {
            Outcome outcome = relay.send(message.get(), mail.letter().address(), () -> begin(mail));
            // it was reachable when this began: only that it is not any more is news
            if (outcome.unreachable()) {
                state.seen(outcome);
            }
            return settle(mail, outcome);
        } catch (AttemptTaken taken) {
            return null;
        }
    }

    private void begin(Mail mail) {
        if (!units.alone(() -> mails.sending(mail, clock.instant()))) {
            throw new AttemptTaken();
        }
    }

    private @Nullable Instant settle(Mail mail, Outcome outcome) {
        Outcome last = givenUp(mail, outcome);
        Instant now = clock.instant();
        Instant next = last.state() == MailFate.State.DEFERRED ? now.plus(wait(mail.attempts())) : null;
        units.run(() -> {
            if (mails.settle(mail, last, next, now)) {
                if (mail.state() != last.state()) {
                    journal.append(fact(mail, last));
                }
                events.publishEvent(new MailSettled(
                        mail.fate(last.state(), now, next, last.reply()),
                        mail.letter().subject()));
            }
        });
        return next;
    }

    private static Fact fact(Mail mail, Outcome outcome) {
        Letter letter = mail.letter();
        return Fact.of("mail." + outcome.state().name().toLowerCase(Locale.ROOT))
                .message(letter.message())
                .about(letter.reader())
                .detail("mail", mail.id())
                .detail("template", letter.template())
                .detail("attempt", mail.attempts() + 1);
    }

    private static Outcome givenUp(Mail mail, Outcome outcome) {
        return outcome.unknown() && mail.unknown() >= UNKNOWN_RETRIES
                ? new Outcome(MailFate.State.REFUSED, outcome.reply(), true, false)
                : outcome;
    }

    private boolean tooOld(Mail mail) {
        return mail.created().plus(settings.giveUpAfter()).isBefore(clock.instant());
    }

    static Duration wait(int attemptsBefore) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attemptsBefore, DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** Another attempt at the same mail was faster; this one hands over nothing. */
    static final class AttemptTaken extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;
    }
}
