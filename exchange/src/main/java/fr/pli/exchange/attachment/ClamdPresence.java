package fr.pli.exchange.attachment;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether this node can use clamd now, and with which limits: asked anew when the last answer is old. */
@Component
final class ClamdPresence {

    private static final long FRESH = TimeUnit.SECONDS.toNanos(20);
    private static final long FRESH_AWAY = TimeUnit.SECONDS.toNanos(2);

    private final ClamdCheck check;
    private @Nullable ClamdLimits limits;
    private long lookedAt;
    private boolean looked;

    ClamdPresence(ClamdCheck check) {
        this.check = check;
    }

    /** Empty while clamd cannot be used or must not be trusted. */
    synchronized Optional<ClamdLimits> limits() {
        long age = System.nanoTime() - lookedAt;
        if (!looked || age > (limits == null ? FRESH_AWAY : FRESH)) {
            look();
        }
        return Optional.ofNullable(limits);
    }

    /** Looks now, whatever is known. */
    synchronized Optional<ClamdLimits> limitsNow() {
        look();
        return Optional.ofNullable(limits);
    }

    private void look() {
        try {
            limits = check.check().limits();
        } catch (ClamdTrouble trouble) {
            limits = null;
        }
        lookedAt = System.nanoTime();
        looked = true;
    }
}
