package fr.pli.expertise.folder;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document was published, in the transaction of the fact: clean after its deposit, or a proposal that was accepted.
 *
 * @param name of the file
 * @param cote of a « pièce cotée »
 */
public record DocumentPublished(
        UUID document,
        UUID expertise,
        UUID folder,
        String name,
        @Nullable String cote) {

    static DocumentPublished of(Document document) {
        return new DocumentPublished(
                document.id(), document.expertise(), document.folder(), document.name(), document.cote());
    }
}
