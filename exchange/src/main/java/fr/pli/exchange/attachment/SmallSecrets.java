package fr.pli.exchange.attachment;

import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Seals small secrets of other features by keys of the key store, so that a copy of the database gives none of them
 * . Who keeps them also implements {@link SealedRows}: keys are replaced in time.
 */
@Component
public class SmallSecrets {

    private static final Logger log = LoggerFactory.getLogger(SmallSecrets.class);

    private final Keys keys;

    SmallSecrets(Keys keys) {
        this.keys = keys;
    }

    /** @param owner the row that keeps it; sealed for another one it cannot be opened */
    public Sealed seal(UUID owner, byte[] secret) {
        String key = keys.current(Bucket.until(null));
        return new Sealed(key, keys.wrap(key, owner, secret));
    }

    /** @return empty when it was not sealed for this owner or its key is gone */
    public Optional<byte[]> open(UUID owner, Sealed sealed) {
        try {
            return Optional.of(keys.unwrap(sealed.key(), owner, sealed.bytes()));
        } catch (Keys.RefusedKeyException refused) {
            log.error("The sealed secret of {} cannot be read", owner, refused);
            return Optional.empty();
        }
    }

    /** @param key name of the key it was sealed by */
    public record Sealed(String key, byte[] bytes) {}
}
