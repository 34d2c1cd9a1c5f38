package fr.pli.expertise.archive;

import fr.pli.expertise.rights.FolderKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document in an archive.
 *
 * @param kind of its folder
 * @param folder words of the folder, with owner and subfolders
 * @param path in the zip, unique
 */
public record ArchivedDocument(Stored stored, FolderKind kind, String folder, String path) {

    /**
     * The document as it was published.
     *
     * @param number in its folder
     * @param length in bytes
     * @param sha256 lower-case hex
     * @param depositorName full name
     * @param night of the digest that told it
     * @param replacedBy number of the document of the same folder that corrects it
     */
    public record Stored(
            UUID id,
            UUID message,
            UUID file,
            UUID folder,
            int number,
            String name,
            @Nullable String cote,
            long length,
            String sha256,
            UUID depositor,
            String depositorName,
            Instant publishedAt,
            @Nullable LocalDate night,
            @Nullable Integer replacedBy) {}
}
