package fr.pli.exchange.attachment;

/** Rows of another feature that hold {@link SmallSecrets}: told when a key is being replaced. */
public interface SealedRows {

    /** Seals anew, by the key of now, everything that {@code key} has sealed. */
    void sealAnew(String key);
}
