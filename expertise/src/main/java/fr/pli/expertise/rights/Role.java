package fr.pli.expertise.rights;

/** What a person is in one expertise (M-3); the names are those of the matrix. */
public enum Role {
    EXPERT,
    CO_EXPERT,
    SAPITEUR,
    MAGISTRAT,
    GREFFIER,
    /** « Avocat » of a party. */
    AVOCAT,
    /** « Partie autorisée à publier »: the party itself or a representative of it. */
    PARTY_PUBLISHER,
    /** « Partie non autorisée à publier ». */
    PARTY_READER,
    /** « Expert agissant pour une partie sans accès ». */
    EXPERT_FOR_PARTY;

    /** Stands for one party. */
    public boolean ofParty() {
        return switch (this) {
            case AVOCAT, PARTY_PUBLISHER, PARTY_READER, EXPERT_FOR_PARTY -> true;
            case EXPERT, CO_EXPERT, SAPITEUR, MAGISTRAT, GREFFIER -> false;
        };
    }

    /** Has folders of its own: those of the party it stands for, or of the sapiteur. */
    public boolean owns() {
        return ofParty() || this == SAPITEUR;
    }
}
