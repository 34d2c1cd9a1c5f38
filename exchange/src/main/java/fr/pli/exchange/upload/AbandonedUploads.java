package fr.pli.exchange.upload;

import fr.pli.exchange.platform.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Removes unfinished uploads that nobody continued (U-12). */
@Component
class AbandonedUploads implements Sweep {

    private static final int BATCH = 500;

    private final UploadRows rows;
    private final Uploads uploads;
    private final UploadSettings settings;
    private final Clock clock;

    AbandonedUploads(UploadRows rows, Uploads uploads, UploadSettings settings, Clock clock) {
        this.rows = rows;
        this.uploads = uploads;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "abandoned-uploads";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        Instant limit = clock.instant().minus(settings.abandonedAfter());
        rows.untouchedSince(limit, BATCH).forEach(id -> uploads.abandon(id, limit));
    }
}
