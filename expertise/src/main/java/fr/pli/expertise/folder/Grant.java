package fr.pli.expertise.folder;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * « Si décidé par l'expert »: given by the expert to one participant, for one document or for a folder with its
 * subfolders (E-8).
 *
 * @param folder null when it is for a document
 * @param document null when it is for a folder
 * @param revokedAt null while it holds
 */
public record Grant(
        UUID id,
        UUID participant,
        @Nullable UUID folder,
        @Nullable UUID document,
        Instant givenAt,
        UUID givenBy,
        @Nullable Instant revokedAt,
        @Nullable UUID revokedBy) {

    public boolean holds() {
        return revokedAt == null;
    }
}
