package fr.pli.exchange.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as other features see it.
 *
 * @param reference printed, such as {@code PLI-2026-7F3K-09}; null for a draft
 * @param sentBy who sent it for the sender with a delegation; null when the sender did
 * @param availableAt when it was made available
 * @param endsAt from then on nobody can read its files; null without end or before availability
 * @param recipients whom the sender named, people and functional recipients; empty unless the origin is a letter
 * @param readers people who receive it now: those named, and the present members of the offices named
 */
public record Message(
        UUID id,
        @Nullable String reference,
        UUID sender,
        @Nullable UUID sentBy,
        Origin origin,
        String subject,
        String comment,
        MessageState state,
        @Nullable Instant availableAt,
        @Nullable Instant endsAt,
        List<UUID> recipients,
        List<UUID> readers,
        List<Attachment> attachments) {

    /** Readable at {@code now}: the clock decides, whatever the jobs have done (U-13). */
    public boolean available(Instant now) {
        return state == MessageState.SENT && (endsAt == null || now.isBefore(endsAt));
    }

    public Optional<Attachment> attachment(UUID file) {
        return attachments.stream().filter(a -> a.file().equals(file)).findFirst();
    }

    /**
     * A file shown by a message.
     *
     * @param path file name with its folders, separated by "/"
     * @param length in bytes
     */
    public record Attachment(UUID file, String path, long length, int position) {

        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }
}
