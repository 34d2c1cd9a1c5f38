package fr.pli.expertise.search;

import fr.pli.expertise.rights.ExpertiseState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found, in groups (S-1).
 *
 * @param next {@code after} of the next page of documents; null on the last
 */
public record Found(
        List<OfExpertise> expertises,
        List<OfDocument> documents,
        @Nullable UUID next,
        List<OfParticipant> participants) {

    static final Found NOTHING = new Found(List.of(), List.of(), null, List.of());

    public boolean nothing() {
        return expertises.isEmpty() && documents.isEmpty() && participants.isEmpty();
    }

    /** @param name the unique one, with parties, court, RG number, expert and date */
    public record OfExpertise(
            UUID id,
            String title,
            String name,
            String rg,
            @Nullable String mi,
            ExpertiseState state) {}

    /**
     * @param length in bytes
     * @param folderKind its words are {@code rights.folder.<kind>}
     * @param owner name of the party or sapiteur the folder belongs to
     */
    public record OfDocument(
            UUID id,
            String name,
            @Nullable String cote,
            long length,
            Instant publishedAt,
            UUID expertise,
            String title,
            UUID folder,
            String folderKind,
            @Nullable String owner) {}

    /**
     * A party, or somebody who takes part.
     *
     * @param role {@code PARTY} for a party itself, otherwise the role, whose words are {@code rights.role.<role>}
     * @param party that the role stands for
     */
    public record OfParticipant(
            String name, String role, @Nullable String party, UUID expertise, String title) {}
}
