package fr.pli.exchange.mail;

import fr.pli.exchange.platform.Sweep;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * While the relay is away, looks whether it is back, so that nothing waits for its back-off to end; closes connections to
 * it that nobody needs any more.
 */
@Component
class RelayProbe implements Sweep {

    private final RelayState state;
    private final Relay relay;
    private final RelayConnections connections;

    RelayProbe(RelayState state, Relay relay, RelayConnections connections) {
        this.state = state;
        this.relay = relay;
        this.connections = connections;
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
        connections.closeOld();
        if (state.downSince().isPresent()) {
            state.seen(relay.probe());
        }
    }
}
