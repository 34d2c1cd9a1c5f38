package fr.pli.exchange.mail;

import fr.pli.exchange.platform.Sweep;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** While the relay is away, looks whether it is back, so that nothing waits for its back-off to end. */
@Component
class RelayProbe implements Sweep {

    private final RelayState state;
    private final Relay relay;

    RelayProbe(RelayState state, Relay relay) {
        this.state = state;
        this.relay = relay;
    }

    @Override
    public String name() {
        return "mail.relay";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void run() {
        if (state.downSince().isPresent()) {
            state.seen(relay.probe());
        }
    }
}
