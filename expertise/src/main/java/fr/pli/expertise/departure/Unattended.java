package fr.pli.expertise.departure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What else waits for somebody who has left, listed for support (T-3); implemented by the features that own it. */
public interface Unattended {

    /** What still hangs on {@code person} and needs somebody, oldest first. */
    List<Item> of(UUID person);

    /**
     * @param label what support may know of it: ids and numbers of a court, no content
     * @param state key of the word for where it stands
     */
    record Item(UUID id, String label, String state, Instant since) {}
}
