package fr.pli.expertise.designation;

/** Heard in the transaction in which a designation becomes pending: its files are clean, the expert is told (D-4). */
public record DesignationSent(Designation designation) {}
