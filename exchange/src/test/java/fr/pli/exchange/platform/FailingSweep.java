package fr.pli.exchange.platform;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Fails when the test wants it to. */
@Component
class FailingSweep implements Sweep {

    static final String NAME = "platform.test-sweep";

    volatile boolean fails;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration every() {
        return Duration.ofDays(3650);
    }

    @Override
    public void run() {
        if (fails) {
            throw new IllegalStateException("planted");
        }
    }
}
