package fr.pli.app.state;

import fr.pli.exchange.attachment.StorageState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the store can be used and the keys are there (O-4); it decides over readiness as {@link NodeHealth} says. */
@Component("storeHealthIndicator")
class StoreHealth implements HealthIndicator {

    private final StorageState storage;

    StoreHealth(StorageState storage) {
        this.storage = storage;
    }

    @Override
    public Health health() {
        boolean reachable = storage.free() >= 0 && storage.awaySince().isEmpty();
        boolean keys = storage.keysReady();
        return (reachable && keys ? Health.up() : Health.down())
                .withDetail("store", reachable)
                .withDetail("keys", keys)
                .build();
    }
}
