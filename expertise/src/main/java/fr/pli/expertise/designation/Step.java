package fr.pli.expertise.designation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a designation's history. @param person whose act it was; null for the platform */
public record Step(Kind kind, Instant at, @Nullable UUID person) {

    public enum Kind {
        SENT,
        OPENED,
        REMINDED,
        ACCEPTED,
        REFUSED,
        WITHDRAWN,
        EXPIRED,
        /** To a successor (T-2). */
        HANDED_ON
    }
}
