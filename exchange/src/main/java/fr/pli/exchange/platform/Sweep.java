package fr.pli.exchange.platform;

import java.time.Duration;

/**
 * Work repeated for ever by one node at a time: it selects ids and gives each its own transaction. Its last run and
 * outcome are shown on the state page (O-4). It is called outside any transaction.
 */
public interface Sweep {

    String name();

    Duration every();

    default Task.Lane lane() {
        return Task.Lane.SHORT;
    }

    void run();
}
