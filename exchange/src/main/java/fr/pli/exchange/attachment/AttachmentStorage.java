package fr.pli.exchange.attachment;

import fr.pli.exchange.platform.RefusedException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store and the keys of this installation. */
@Configuration(proxyBeanMethods = false)
class AttachmentStorage {

    @Bean
    ObjectStore objectStore(AttachmentSettings settings) throws IOException {
        return new LocalStore(settings.store());
    }

    @Bean(destroyMethod = "close")
    FileKeys keys(AttachmentSettings settings, FileRows rows, Clock clock) throws IOException {
        KeyFolder folder = new KeyFolder(settings.keystore());
        try {
            var backups = new KeyBackups(settings.keyBackups(), settings.keyBackupDays(), clock);
            return new FileKeys(folder, backups, clock, () -> !rows.anyWrapped());
        } catch (IOException | RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    @Bean
    StorageState storageState(ObjectStore store, Keys keys, AttachmentSettings settings, Clock clock) {
        return new StorageState() {
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
        };
    }
}
