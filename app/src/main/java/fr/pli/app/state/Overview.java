package fr.pli.app.state;

import fr.pli.exchange.attachment.ScannerState;
import fr.pli.exchange.journal.JournalPages;
import fr.pli.exchange.journal.JournalVerification;
import fr.pli.exchange.mail.MailFate;
import fr.pli.exchange.mail.MailHealth;
import fr.pli.expertise.folder.ReadingChecks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts how the platform is doing, at most once in ten seconds on each node however many ask. */
@Component
public class Overview {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration RECENTLY = Duration.ofDays(30);
    private static final int MOST_SHOWN = 20;

    private final Queues queues;
    private final Stores stores;
    private final ScannerState scanner;
    private final MailHealth mails;
    private final RepeatedWork repeated;
    private final JournalPages journal;
    private final JournalVerification verification;
    private final Certificates certificates;
    private final ReadingChecks readings;
    private final Clock clock;
    private final AtomicReference<@Nullable PlatformState> last = new AtomicReference<>();

    Overview(
            Queues queues,
            Stores stores,
            ScannerState scanner,
            MailHealth mails,
            RepeatedWork repeated,
            JournalPages journal,
            JournalVerification verification,
            Certificates certificates,
            ReadingChecks readings,
            Clock clock) {
        this.queues = queues;
        this.stores = stores;
        this.scanner = scanner;
        this.mails = mails;
        this.repeated = repeated;
        this.journal = journal;
        this.verification = verification;
        this.certificates = certificates;
        this.readings = readings;
        this.clock = clock;
    }

    /** Not older than ten seconds. */
    public PlatformState now() {
        Instant now = clock.instant();
        PlatformState known = last.get();
        if (known != null && Duration.between(known.at(), now).abs().compareTo(FRESH) < 0) {
            return known;
        }
        PlatformState counted = count(now);
        last.set(counted);
        return counted;
    }

    private PlatformState count(Instant now) {
        return new PlatformState(
                now,
                queues.analysis(),
                scanner(now),
                mails(now),
                queues.lanes(now),
                queues.works(repeated.names(), now),
                repeated.all(now),
                stores.look(now),
                certificates.all(),
                new PlatformState.Journal(journal.pending(), verification.last().orElse(null)),
                readings.last().orElse(null));
    }

    /** Until clamd was asked for the first time, it counts as away. */
    private PlatformState.Scanner scanner(Instant now) {
        return scanner.last()
                .map(seen -> new PlatformState.Scanner(
                        seen.usable() ? null : seen.since(),
                        seen.trouble(),
                        seen.engine(),
                        seen.official(),
                        seen.signatures()))
                .orElseGet(() -> new PlatformState.Scanner(now, "unasked", null, false, null));
    }

    private PlatformState.Mails mails(Instant now) {
        return new PlatformState.Mails(
                mails.count(MailFate.State.QUEUED) + mails.count(MailFate.State.SENDING),
                mails.count(MailFate.State.DEFERRED),
                mails.count(MailFate.State.DELAYED),
                mails.count(MailFate.State.REFUSED),
                mails.count(MailFate.State.BOUNCED),
                mails.downSince().orElse(null),
                mails.returned(),
                mails.undelivered(now.minus(RECENTLY), MOST_SHOWN));
    }
}
