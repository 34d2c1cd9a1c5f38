package fr.pli.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one sending has reached, in a file of its own: the same command again, after a kill or on a later day, finds it
 * and goes on. It holds ids and digests, no token and no content.
 */
final class Notes {

    private final Path file;
    private final ObjectNode notes;

    private Notes(Path file, ObjectNode notes) {
        this.file = file;
        this.notes = notes;
    }

    /** @param command all that makes two commands the same */
    static Notes of(List<String> command) {
        Path file = folder().resolve(key(command) + ".json");
        ObjectNode notes = Api.JSON.createObjectNode();
        try {
            if (Files.exists(file)) {
                notes = (ObjectNode) Api.JSON.readTree(Files.readString(file));
            }
        } catch (IOException | JacksonException | ClassCastException unreadable) {
            System.err.println(Say.words("notes.unreadable", file));
        }
        return new Notes(file, notes);
    }

    private static Path folder() {
        String state = Objects.requireNonNullElse(System.getenv("XDG_STATE_HOME"), "");
        return (state.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "state") : Path.of(state))
                .resolve("pli");
    }

    private static String key(List<String> command) {
        try {
            byte[] text = String.join("\0", command).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Optional<String> get(String name) {
        return notes.path(name).stringValueOpt();
    }

    void put(String name, String value) {
        notes.put(name, value);
        write();
    }

    void remove(String name) {
        notes.remove(name);
        write();
    }

    private void write() {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(
                    fresh,
                    notes.toString(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DSYNC);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void forget() throws IOException {
        Files.deleteIfExists(file);
    }
}
