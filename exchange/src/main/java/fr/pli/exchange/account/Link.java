package fr.pli.exchange.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A one-time link as the database knows it: by the hash of its token, bound to a purpose and a person. */
record Link(
        byte[] hash,
        Purpose purpose,
        @Nullable UUID person,
        Instant expiresAt,
        @Nullable Instant usedAt) {

    boolean alive(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }

    /** What a link is for; one made for one purpose opens nothing else. */
    enum Purpose {
        INVITATION,
        RESET,
        SETUP
    }
}
