package fr.pli.expertise.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was published where somebody takes part, and may be seen by them now (N-4).
 *
 * @param night Paris date at whose beginning it was due: it tells of the day before, and of those a late run had missed
 */
public record Digest(UUID id, LocalDate night, Instant madeAt, List<OfExpertise> expertises) {

    public int documents() {
        return expertises.stream()
                .flatMap(expertise -> expertise.folders().stream())
                .mapToInt(folder -> folder.documents().size())
                .sum();
    }

    /** Without what its reader has downloaded since. */
    Digest waiting() {
        return new Digest(
                id,
                night,
                madeAt,
                expertises.stream()
                        .map(OfExpertise::waiting)
                        .filter(expertise -> !expertise.folders().isEmpty())
                        .toList());
    }

    /** @param title short name of the expertise */
    public record OfExpertise(UUID id, String title, String rg, List<OfFolder> folders) {

        OfExpertise waiting() {
            return new OfExpertise(
                    id,
                    title,
                    rg,
                    folders.stream()
                            .map(OfFolder::waiting)
                            .filter(folder -> !folder.documents().isEmpty())
                            .toList());
        }
    }

    /**
     * @param kind of the folder; its words are {@code rights.folder.<kind>}
     * @param owner name of the party or sapiteur it belongs to; null for the others
     * @param subfolder name of the subfolder; null for the folder itself
     */
    public record OfFolder(
            UUID id,
            String kind,
            @Nullable String owner,
            @Nullable String subfolder,
            List<Line> documents) {

        OfFolder waiting() {
            return new OfFolder(
                    id,
                    kind,
                    owner,
                    subfolder,
                    documents.stream().filter(line -> !line.downloaded()).toList());
        }
    }

    /**
     * @param length in bytes
     * @param depositor full name
     * @param downloaded whether the reader has downloaded it since
     */
    public record Line(UUID id, String name, long length, String depositor, Instant publishedAt, boolean downloaded) {}
}
