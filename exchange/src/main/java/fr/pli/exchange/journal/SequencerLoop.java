package fr.pli.exchange.journal;

import fr.pli.exchange.platform.JobSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Calls the sequencer every 200 ms on each node (DESIGN, section 5). A failure is logged once and tried again every 5
 * seconds, so that it heals when the database is back.
 */
@Component
class SequencerLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SequencerLoop.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final Sequencer sequencer;
    private final boolean enabled;

    private volatile @Nullable Thread thread;

    SequencerLoop(Sequencer sequencer, JobSettings jobs) {
        this.sequencer = sequencer;
        this.enabled = jobs.enabled();
    }

    @Override
    public void start() {
        if (enabled && thread == null) {
            thread = Thread.ofPlatform().name("journal-sequencer").daemon().start(this::run);
        }
    }

    private void run() {
        boolean failing = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                sequencer.catchUp();
                failing = false;
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                if (!failing) {
                    LOG.error("The journal's events cannot be numbered; trying again", failure);
                }
                failing = true;
                if (!pauseAfterFailure()) {
                    return;
                }
            }
        }
    }

    private static boolean pauseAfterFailure() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(PAUSE_AFTER_FAILURE);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
