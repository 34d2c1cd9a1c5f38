package fr.pli.expertise.designation;

/** Why an expert refuses a designation (D-7). */
public enum RefusalReason {
    UNAVAILABLE,
    OUTSIDE_FIELD,
    /** Conflict of interest or recusal. */
    CONFLICT,
    TIME_LIMIT,
    PROVISION,
    /** Asks for a comment. */
    OTHER
}
