package fr.pli.expertise.dossier;

import java.util.UUID;

/**
 * A page of every expertise, offered in its head by the feature that owns it; ordered by {@code @Order}. Its word is {@code
 * expertise.tab.<name>}.
 */
public interface Tab {

    String name();

    String path(UUID expertise);

    /** Whether the reader has this page here. */
    default boolean shown(Expertises.Seen seen) {
        return true;
    }
}
