package fr.pli.expertise.rights;

/** Where an expertise stands (E-2); the names are those of the matrix. Transitions belong to the expertise itself. */
public enum ExpertiseState {
    /** « En création ». */
    SETUP,
    /** « En cours ». */
    OPEN,
    /** « En pause ». */
    PAUSED,
    /** « Terminée ». */
    CLOSED,
    /** « Rejetée ». */
    REJECTED
}
