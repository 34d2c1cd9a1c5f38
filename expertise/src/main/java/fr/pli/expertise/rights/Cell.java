package fr.pli.expertise.rights;

/** What a cell of the matrix may say (M-1); the names are those of the file. Nothing but {@link Rulings} reads it as a right. */
public enum Cell {
    NONE,
    DOWNLOAD,
    /** « Si décidé par l'expert »: download once the expert has granted it. */
    GRANT,
    /** Deposit where that party's mode is « Dépôt Expert », else download. */
    DEPOSIT_IF_EXPERT_MODE,
    DEPOSIT;

    /** Whether it means something there: only parties have a mode of deposit. */
    boolean fits(FolderKind folder) {
        return this != DEPOSIT_IF_EXPERT_MODE || folder.group() == FolderKind.Group.PARTIES;
    }
}
