package fr.pli.exchange.notification;

import java.util.Set;
import java.util.UUID;

/** What each person wants to be told by mail about letters (N-2): everything, until unticked. */
public interface Preferences {

    boolean wants(UUID person, Notice notice);

    Set<Notice> of(UUID person);

    void replace(UUID person, Set<Notice> wanted);

    /** The notices of « Préférences ». */
    enum Notice {
        FIRST_WARNING,
        SECOND_WARNING,
        DOWNLOADED,
        SEEN,
        RECEIVED,
        DELETED
    }
}
