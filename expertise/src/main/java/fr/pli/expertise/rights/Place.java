package fr.pli.expertise.rights;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One folder of one expertise, as the matrix sees it; a subfolder is its parent's place (M-1).
 *
 * @param owner party or participation of the sapiteur the folder belongs to; null for folders that are one per expertise
 * @param expertDeposits that party's mode is « Dépôt Expert » (E-7)
 */
public record Place(
        FolderKind kind, @Nullable UUID owner, boolean expertDeposits) {}
