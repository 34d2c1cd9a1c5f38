package fr.pli.exchange.notification;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What each person wants to be told by mail about letters (N-2): everything, until unticked. */
public interface Preferences {

    boolean wants(UUID person, Notice notice);

    Set<Notice> of(UUID person);

    /** What each of these people wants; each of them is in the answer. */
    Map<UUID, Set<Notice>> ofAll(Collection<UUID> people);

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
