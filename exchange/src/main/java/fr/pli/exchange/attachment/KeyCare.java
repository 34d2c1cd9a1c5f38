package fr.pli.exchange.attachment;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks after the key store every hour: day keys are made ahead, destroyed 48 hours after their day is over, replaced
 * when they are old; backups are made daily and live a few days (U-13).
 */
@Component
class KeyCare implements Sweep {

    private static final Logger log = LoggerFactory.getLogger(KeyCare.class);

    private final Keys keys;
    private final FileKeyring keyring;
    private final FileRows rows;
    private final KeyRotation rotation;
    private final Journal journal;
    private final Units units;
    private final Clock clock;
    private final int ahead;

    KeyCare(
            Keys keys,
            FileKeyring keyring,
            FileRows rows,
            KeyRotation rotation,
            Journal journal,
            Units units,
            Clock clock,
            AttachmentSettings settings) {
        this.keys = keys;
        this.keyring = keyring;
        this.rows = rows;
        this.rotation = rotation;
        this.journal = journal;
        this.units = units;
        this.clock = clock;
        this.ahead = settings.keysAhead();
    }

    @Override
    public String name() {
        return "key-care";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        keys.prepare(comingDays());
        for (String key : keys.names()) {
            Instant due = Bucket.ofKey(key).destroyedAfter();
            if (due != null && !clock.instant().isBefore(due)) {
                destroy(key);
            }
        }
        rotation.replaceOld();
        keys.tendBackups();
    }

    private List<Bucket> comingDays() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Time.PARIS);
        List<Bucket> buckets = new ArrayList<>();
        for (int day = 0; day <= ahead; day++) {
            buckets.add(new Bucket(today.plusDays(day)));
        }
        return buckets;
    }

    private void destroy(String key) {
        keys.destroy(key);
        Instant destroyed = clock.instant();
        units.run(() -> {
            rows.keyDestroyed(key, keyring.unreadableAfter(destroyed));
            journal.append(Fact.of("key.destroyed").detail("key", key));
        });
        log.info("The key {} was destroyed: what it wrapped cannot be read any more", key);
    }
}
