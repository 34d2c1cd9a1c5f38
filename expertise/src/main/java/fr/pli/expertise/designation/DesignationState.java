package fr.pli.expertise.designation;

/** Where a designation stands (D-9); what leads from one to another is {@link Move}. */
public enum DesignationState {
    DRAFT,
    PENDING,
    ACCEPTED,
    REFUSED,
    WITHDRAWN,
    EXPIRED;

    /** Nothing came of it: its package may be offered to another expert (D-8). */
    public boolean fruitless() {
        return this == REFUSED || this == WITHDRAWN || this == EXPIRED;
    }
}
