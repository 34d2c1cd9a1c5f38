package fr.pli.exchange.attachment;

import org.springframework.stereotype.Component;

/** Opens the replacing of keys to tests of other features. */
@Component
public class KeyReplacement {

    private final KeyRotation rotation;

    KeyReplacement(KeyRotation rotation) {
        this.rotation = rotation;
    }

    public void replace(String key) {
        rotation.replace(key);
    }
}
