package fr.pli.exchange.attachment;

import fr.pli.exchange.platform.RefusedException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The state of the store of this installation, as far as it is known without asking it each time. */
record WatchedStorage(
        ObjectStore store, StoreWatch watch, StoreChecks checks, Keys keys, AttachmentSettings settings, Clock clock)
        implements StorageState {

    @Override
    public long free() {
        try {
            return store.free();
        } catch (IOException away) {
            return -1;
        }
    }

    @Override
    public long reserve() {
        return settings.reserve();
    }

    @Override
    public boolean keysReady() {
        try {
            keys.current(Bucket.until(clock.instant().plus(Duration.ofDays(1))));
            return true;
        } catch (RefusedException away) {
            return false;
        }
    }

    @Override
    public Optional<Instant> awaySince() {
        return watch.awaySince();
    }

    @Override
    public boolean shared() {
        return store.shared();
    }

    @Override
    public String place() {
        return store.place();
    }

    @Override
    public void rehearse() throws IOException {
        store.rehearse();
    }

    @Override
    public Optional<Comparison> compared() {
        return checks.last();
    }
}
