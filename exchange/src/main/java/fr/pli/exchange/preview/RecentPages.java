package fr.pli.exchange.preview;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The pages drawn last, for a minute and in memory only: the picture of a page is asked for right after the page, and
 * need not be drawn twice. Who may have it was decided before asking here.
 */
@Component
class RecentPages {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 8;

    private final Map<Key, Kept> pages = new LinkedHashMap<>();
    private final Clock clock;

    RecentPages(Clock clock) {
        this.clock = clock;
    }

    Preview get(UUID file, int page, Drawing drawing) throws IOException {
        var key = new Key(file, page);
        Preview known = find(key);
        if (known != null) {
            return known;
        }
        Preview drawn = drawing.draw();
        keep(key, drawn);
        return drawn;
    }

    private synchronized @Nullable Preview find(Key key) {
        Instant now = clock.instant();
        pages.values().removeIf(kept -> !now.isBefore(kept.until()));
        Kept kept = pages.get(key);
        return kept == null ? null : kept.preview();
    }

    private synchronized void keep(Key key, Preview drawn) {
        pages.remove(key);
        pages.put(key, new Kept(drawn, clock.instant().plus(KEPT)));
        var oldest = pages.keySet().iterator();
        while (pages.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
    }

    /** Draws what is not known. */
    @FunctionalInterface
    interface Drawing {
        Preview draw() throws IOException;
    }

    private record Key(UUID file, int page) {}

    private record Kept(Preview preview, Instant until) {}
}
