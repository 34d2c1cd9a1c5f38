package fr.pli.exchange.attachment;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * How many files this node analyses at once. Small files have a lane of their own, so that none waits behind a large
 * one; what small ones fill of clamd's temporary folder is set aside for them.
 */
@Component
final class AnalysisLanes {

    private static final int PATIENCE_SECONDS = 30;

    private final AnalysisSettings settings;
    private final Semaphore small;
    private final Semaphore large;
    private final AnalysisShare smallShare;
    private final AnalysisShare largeShare;

    AnalysisLanes(AnalysisSettings settings, ClamdSettings clamd) {
        this.settings = settings;
        this.small = new Semaphore(settings.smallLanes(), true);
        this.large = new Semaphore(settings.largeLanes(), true);
        long aside = Math.min(
                settings.small() * settings.smallLanes(), clamd.temporary().toBytes() / 4);
        this.smallShare = new AnalysisShare(aside);
        this.largeShare = new AnalysisShare(clamd.temporary().toBytes() - aside);
    }

    boolean isSmall(long length) {
        return length <= settings.small();
    }

    /** @return empty when all places are taken: come again later; small files wait for theirs a moment */
    Optional<Place> enter(long length) {
        if (isSmall(length)) {
            return acquired(small) ? Optional.of(new Place(small, smallShare, largeShare)) : Optional.empty();
        }
        return large.tryAcquire() ? Optional.of(new Place(large, largeShare, largeShare)) : Optional.empty();
    }

    private static boolean acquired(Semaphore lane) {
        try {
            return lane.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A place in a lane, given back when closed. */
    static final class Place implements AutoCloseable {

        private final Semaphore lane;
        private final AnalysisShare.Part part;

        private Place(Semaphore lane, AnalysisShare first, AnalysisShare beyond) {
            this.lane = lane;
            this.part = first.part(beyond);
        }

        AnalysisShare.Part part() {
            return part;
        }

        @Override
        public void close() {
            part.close();
            lane.release();
        }
    }
}
