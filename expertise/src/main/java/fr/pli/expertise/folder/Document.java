package fr.pli.expertise.folder;

import fr.pli.expertise.rights.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file deposited in a folder; it is never changed nor removed (E-5).
 *
 * @param message the deposit it came with
 * @param number in its folder, from 1, in the order of publication; null before
 * @param path file name with the folders it was dropped with, separated by "/"
 * @param length in bytes
 * @param sha256 lower-case hex
 * @param role by which it was deposited
 * @param cote of a « pièce cotée »
 * @param replaces the document it corrects; both stay
 * @param replacedBy the document that corrects it, once that is published
 * @param publishedAt « Ajouté le »; null for a proposal that is not accepted
 * @param decidedAt when the expert accepted or refused a proposal (E-8)
 * @param refusedFor the expert's reason
 */
public record Document(
        UUID id,
        UUID message,
        UUID file,
        UUID expertise,
        UUID folder,
        @Nullable Integer number,
        String path,
        String name,
        long length,
        String sha256,
        UUID depositor,
        Role role,
        @Nullable String cote,
        @Nullable UUID replaces,
        @Nullable UUID replacedBy,
        Status status,
        Instant depositedAt,
        @Nullable Instant publishedAt,
        @Nullable Instant decidedAt,
        @Nullable UUID decidedBy,
        @Nullable String refusedFor) {

    /** PROPOSED → PUBLISHED or REFUSED; what is no proposal is PUBLISHED from the beginning. */
    public enum Status {
        PUBLISHED,
        PROPOSED,
        REFUSED
    }

    public boolean published() {
        return status == Status.PUBLISHED;
    }

    /** It was proposed by a party and accepted by the expert: published under the party's name (E-8). */
    public boolean accepted() {
        return published() && decidedAt != null;
    }
}
