package fr.pli.expertise.rights;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * One folder of one expertise, as the matrix sees it; a subfolder is its parent's place (M-1).
 *
 * @param owner party or participation of the sapiteur the folder belongs to; null exactly for folders that are one per expertise
 * @param expertDeposits that party's mode is « Dépôt Expert » (E-7)
 */
public record Place(FolderKind kind, @Nullable UUID owner, boolean expertDeposits) {

    public Place {
        Assert.isTrue(kind.group().owned() == (owner != null), "a folder of a set has an owner, the others have none");
    }

    /** Seen from a role somebody has. */
    Whose whose(Standing standing) {
        return owner != null && owner.equals(standing.owner()) ? Whose.OWN : Whose.OTHER;
    }
}
