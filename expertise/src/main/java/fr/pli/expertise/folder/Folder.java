package fr.pli.expertise.folder;

import fr.pli.expertise.rights.FolderKind;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A folder of an expertise, or a subfolder, which is its parent's place in the matrix (E-3, M-1).
 *
 * @param owner party or participation of the sapiteur it belongs to; null where there is one per expertise
 * @param name of a subfolder; the others are named by their kind
 * @param lineage ids from the outermost folder to this one, separated by "/"
 * @param documents published in it, subfolders not included
 */
public record Folder(
        UUID id,
        UUID expertise,
        FolderKind kind,
        @Nullable UUID owner,
        @Nullable UUID parent,
        @Nullable String name,
        String lineage,
        int documents) {

    /** The folder itself and those around it, the outermost first. */
    public List<UUID> way() {
        return Arrays.stream(lineage.split("/")).map(UUID::fromString).toList();
    }

    /** 0 for a folder of the tree that every expertise has. */
    public int depth() {
        return way().size() - 1;
    }

    /** « Confidentiel accepté », where what a party deposits is a proposal (E-8). */
    public boolean confidential() {
        return kind == FolderKind.PARTIE_CONFIDENTIEL_ACCEPTE;
    }
}
