package fr.pli.exchange.mail;

import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Forgets mails whose time is over; the journal keeps that there was one, without the address. */
@Component
class MailUpkeep implements Sweep {

    private static final int BATCH = 500;

    private final MailTable mails;
    private final Units units;
    private final MailSettings settings;
    private final Clock clock;

    MailUpkeep(MailTable mails, Units units, MailSettings settings, Clock clock) {
        this.mails = mails;
        this.units = units;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "mail.upkeep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        Instant before = clock.instant()
                .atZone(ZoneOffset.UTC)
                .minus(settings.retention())
                .toInstant();
        int forgotten;
        do {
            forgotten = units.call(() -> mails.forget(before, BATCH));
        } while (forgotten == BATCH);
    }
}
