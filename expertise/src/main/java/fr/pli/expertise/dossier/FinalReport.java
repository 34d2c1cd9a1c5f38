package fr.pli.expertise.dossier;

import java.util.UUID;

/** Asked of the folders: without the report an expertise is « Terminée » for a stated reason only (E-2). */
public interface FinalReport {

    /** Whether the final report has been deposited and published. */
    boolean deposited(UUID expertise);
}
