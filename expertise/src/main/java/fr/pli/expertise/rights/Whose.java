package fr.pli.expertise.rights;

/** Whose folder it is, seen from a role: of the party, or the sapiteur, it stands for, or of another one. */
public enum Whose {
    OWN,
    /** Also for folders that are one per expertise, and for roles that own none. */
    OTHER
}
