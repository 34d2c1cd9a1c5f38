package fr.pli.expertise.rights;

/** What somebody may do in a folder once every condition is resolved, smallest first (M-3). */
public enum Right {
    NONE,
    /** See and download. */
    DOWNLOAD,
    /** Deposit, see and download. In « Confidentiel accepté » a party's deposit is a proposal (E-8). */
    DEPOSIT
}
