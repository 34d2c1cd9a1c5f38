package fr.pli.app.state;

import fr.pli.exchange.attachment.StorageState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Ready means that this node is as good as any other: it has the keys and, where the store is its own, the store. A
 * store that all nodes share and that is away stops none of them: people would meet the proxy's error instead of a
 * sentence (U-12).
 */
@Component("nodeHealthIndicator")
class NodeHealth implements HealthIndicator {

    private final StorageState storage;

    NodeHealth(StorageState storage) {
        this.storage = storage;
    }

    @Override
    public Health health() {
        boolean store = storage.shared() || storage.free() >= 0;
        boolean keys = storage.keysReady();
        return (store && keys ? Health.up() : Health.down())
                .withDetail("store", store)
                .withDetail("keys", keys)
                .build();
    }
}
