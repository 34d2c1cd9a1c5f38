package fr.pli.exchange.attachment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored file as other features see it. It has no name: names belong to the attachments that show it.
 *
 * @param owner person who uploads it
 * @param length declared length in bytes, final
 * @param received bytes stored durably so far
 * @param claimedSha256 fingerprint the sender's own client gave, lower-case hex
 * @param sha256 fingerprint of the stored bytes, known once analysed
 * @param crc32 of the stored bytes, known once analysed (U-9)
 * @param mediaType detected from the content (U-7)
 * @param reason why it is INFECTED (signature name), UNSCANNABLE (an {@code Unscannable} constant) or BROKEN
 * @param deliverable whether recipients may have it: CLEAN, or UNSCANNABLE for a reason the policy lets pass
 * @param waitingSince when its last byte was stored
 * @param analysedAt when its verdict was reached
 * @param keptUntil end of its last attachment or draft; null without end
 */
public record StoredFile(
        UUID id,
        UUID owner,
        long length,
        long received,
        FileState state,
        @Nullable String claimedSha256,
        @Nullable String sha256,
        @Nullable Long crc32,
        @Nullable String mediaType,
        @Nullable String reason,
        boolean deliverable,
        @Nullable Instant waitingSince,
        @Nullable Instant analysedAt,
        @Nullable Instant keptUntil) {

    public boolean complete() {
        return state != FileState.RECEIVING;
    }
}
