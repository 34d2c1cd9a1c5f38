package fr.pli.exchange.attachment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The place of the key store's file: its lock (one process writes it), its password, and whether it is there. */
final class KeyFolder implements AutoCloseable {

    private final Path keystore;
    private final FileChannel lock;

    /** @throws IllegalStateException when another process holds the key store */
    KeyFolder(Path keystore) throws IOException {
        this.keystore = keystore;
        Durable.folder(Durable.parent(keystore));
        this.lock = lock(beside("lock"));
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException ourselves) {
            held = null;
        }
        if (held == null) {
            channel.close();
            throw new IllegalStateException("the key store is held by another running application (" + path
                    + "): a PKCS#12 file serves one node only");
        }
        return channel;
    }

    Path file() {
        return keystore;
    }

    /** Neither key store nor password: nothing was ever kept here. */
    boolean untouched() {
        return !Files.exists(keystore) && !Files.exists(beside("password"));
    }

    char[] password() throws IOException {
        return Files.readString(beside("password")).strip().toCharArray();
    }

    char[] newPassword() throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Durable.replace(beside("password"), password.getBytes(StandardCharsets.US_ASCII));
        return password.toCharArray();
    }

    /** Changes whenever the file was replaced; null when it is not there. */
    @Nullable
    Object version() {
        try {
            var attributes = Files.readAttributes(keystore, "unix:ino,lastModifiedTime,size");
            return attributes.toString();
        } catch (IOException away) {
            return null;
        }
    }

    private Path beside(String suffix) {
        return keystore.resolveSibling(keystore.getFileName() + "." + suffix);
    }

    @Override
    public void close() {
        Durable.closeQuietly(lock);
    }
}
