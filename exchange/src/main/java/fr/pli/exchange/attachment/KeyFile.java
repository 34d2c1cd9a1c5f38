package fr.pli.exchange.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Secret keys in one PKCS#12 file; a change is durable when the method returns, or has not happened. */
final class KeyFile {

    private final char[] password;
    private final KeyStore store;
    private final NavigableSet<String> names;

    private KeyFile(char[] password, KeyStore store) {
        this.password = password;
        this.store = store;
        this.names = new TreeSet<>(aliases(store));
    }

    static KeyFile empty(char[] password) {
        return new KeyFile(password, load(null, password));
    }

    static KeyFile read(Path path, char[] password) throws IOException {
        return new KeyFile(password, load(Files.readAllBytes(path), password));
    }

    private static KeyStore load(byte @Nullable [] bytes, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(bytes == null ? null : new ByteArrayInputStream(bytes), password);
            return store;
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new IllegalStateException("the key store cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    Set<String> names() {
        return new HashSet<>(names);
    }

    /** Those that begin with {@code prefix}: an expertise each has keys of its own, so there may be many thousands. */
    Set<String> names(String prefix) {
        return names.subSet(prefix, prefix + Character.MAX_VALUE);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    private static List<String> aliases(KeyStore store) {
        try {
            return Collections.list(store.aliases());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Nullable
    SecretKey key(String name) {
        try {
            return (SecretKey) store.getKey(name, password);
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException("key " + name + " cannot be read", unreadable);
        }
    }

    void add(String name, byte[] key) {
        try {
            var entry = new KeyStore.SecretKeyEntry(new SecretKeySpec(key, "AES"));
            store.setEntry(name, entry, new KeyStore.PasswordProtection(password));
            names.add(name);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void remove(String name) {
        try {
            store.deleteEntry(name);
            names.remove(name);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void write(Path path) throws IOException {
        Durable.replace(path, bytes());
    }

    private byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            store.store(bytes, password);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }
}
