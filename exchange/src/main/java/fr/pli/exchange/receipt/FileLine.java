package fr.pli.exchange.receipt;

import fr.pli.exchange.attachment.StoredFile;
import fr.pli.exchange.message.Message;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as the pages and the programming interface show it.
 *
 * @param path with its folders
 * @param fingerprint lower-case hex SHA-256
 * @param state its {@code FileState}
 * @param reason why it is delivered with a mark although it could not be analysed
 * @param previewed whether it can be looked at without downloading (U-10)
 * @param erasedAt when its bytes were gone
 * @param erasableAfter from then on no backup can read it (U-13)
 */
public record FileLine(
        UUID id,
        String path,
        long length,
        @Nullable String mediaType,
        @Nullable String fingerprint,
        String state,
        @Nullable String reason,
        boolean previewed,
        @Nullable Instant erasedAt,
        @Nullable Instant erasableAfter) {

    static FileLine of(
            Message.Attachment attachment, @Nullable StoredFile file, boolean previewed, @Nullable Erasure erasure) {
        return new FileLine(
                attachment.file(),
                attachment.path(),
                attachment.length(),
                file == null ? null : file.mediaType(),
                file == null ? null : file.sha256(),
                file == null ? "ERASED" : file.state().name(),
                file == null ? null : file.reason(),
                previewed,
                erasure == null ? null : erasure.at(),
                erasure == null ? null : erasure.after());
    }

    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The fingerprint in groups of four, as people compare it. */
    public String grouped() {
        return fingerprint == null ? "" : fingerprint.replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** The end of a file's bytes. */
    record Erasure(@Nullable Instant at, @Nullable Instant after) {}
}
