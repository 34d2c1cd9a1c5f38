package fr.pli.exchange.attachment;

import java.io.IOException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store and the keys of this installation. */
@Configuration(proxyBeanMethods = false)
class AttachmentStorage {

    @Bean
    ObjectStore objectStore(AttachmentSettings settings, S3Settings s3) throws IOException {
        if (!s3.used()) {
            return new LocalStore(settings.store());
        }
        var store = new S3Store(s3);
        try {
            store.checkAtStart();
            return store;
        } catch (RuntimeException refused) {
            store.close();
            throw refused;
        }
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
    StorageState storageState(
            ObjectStore store,
            StoreWatch watch,
            StoreChecks checks,
            Keys keys,
            AttachmentSettings settings,
            Clock clock) {
        return new WatchedStorage(store, watch, checks, keys, settings, clock);
    }
}
