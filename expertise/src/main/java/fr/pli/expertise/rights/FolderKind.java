package fr.pli.expertise.rights;

/** The folders that every expertise has (E-3), in the order in which they are shown; the names are those of the matrix. */
public enum FolderKind {
    EXPERT_DESIGNATION(Group.EXPERT),
    EXPERT_CORRESPONDANCE(Group.EXPERT),
    EXPERT_NOTES_AUX_PARTIES(Group.EXPERT),
    EXPERT_GESTION_FINANCIERE(Group.EXPERT),
    EXPERT_GESTION_ADMINISTRATIVE(Group.EXPERT),
    EXPERT_ACCEPTATION_DEMATERIALISATION(Group.EXPERT),
    EXPERT_GESTION_DELAIS(Group.EXPERT),
    MAGISTRAT_VERS_EXPERT(Group.MAGISTRAT),
    EXPERT_VERS_MAGISTRAT(Group.MAGISTRAT),
    GREFFE_RAPPORT_DEFINITIF(Group.GREFFE),
    EXPERT_PARTIES_VERS_GREFFE(Group.GREFFE),
    GREFFE_VERS_EXPERT_PARTIES(Group.GREFFE),
    SAPITEUR_GESTION_FINANCIERE(Group.SAPITEUR),
    SAPITEUR_VERS_EXPERT(Group.SAPITEUR),
    EXPERT_VERS_SAPITEUR(Group.SAPITEUR),
    PARTIE_BORDEREAUX(Group.PARTIES),
    PARTIE_DIRES_ET_ANNEXES(Group.PARTIES),
    PARTIE_PIECES_COTEES(Group.PARTIES),
    PARTIE_CONFIDENTIEL_ACCEPTE(Group.PARTIES);

    private final Group group;

    FolderKind(Group group) {
        this.group = group;
    }

    public Group group() {
        return group;
    }

    /** How many there are of each folder of a group. */
    public enum Group {
        EXPERT,
        MAGISTRAT,
        GREFFE,
        SAPITEUR,
        PARTIES;

        /** A set for each sapiteur, a set for each party; one of each in the other groups. */
        public boolean owned() {
            return this == SAPITEUR || this == PARTIES;
        }
    }
}
