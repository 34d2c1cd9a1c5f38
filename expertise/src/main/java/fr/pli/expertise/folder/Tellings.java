package fr.pli.expertise.folder;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Who was told of a document by mail, implemented by the feature that tells it (N-4). */
public interface Tellings {

    /** When each person was told; who was not is absent. */
    Map<UUID, Instant> of(Document document);
}
