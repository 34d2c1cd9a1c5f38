package fr.pli.exchange.delegation;

import fr.pli.exchange.account.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person lets another act for them.
 *
 * @param maySend read and send; otherwise read only
 * @param startsAt first moment, midnight of the first day in the giver's zone
 * @param endsAt from then on it is over, midnight after the last day in the giver's zone
 * @param endedAt when it was revoked or given up; null while the dates decide
 */
public record Delegation(
        UUID id,
        Person giver,
        Person holder,
        boolean maySend,
        Instant startsAt,
        Instant endsAt,
        Instant createdAt,
        @Nullable Instant endedAt) {

    public State state(Instant now) {
        if (endedAt != null) {
            return State.REVOKED;
        }
        if (now.isBefore(startsAt)) {
            return State.COMING;
        }
        return now.isBefore(endsAt) ? State.RUNNING : State.OVER;
    }

    /** The one of the two who is not {@code person}. */
    Person other(UUID person) {
        return giver.id().equals(person) ? holder : giver;
    }

    boolean overlaps(Instant start, Instant end) {
        return startsAt.isBefore(end) && endsAt.isAfter(start);
    }

    /** Last day, as it was chosen. */
    public Instant lastMoment() {
        return endsAt.minusMillis(1);
    }

    /** Where it stands. */
    public enum State {
        COMING,
        RUNNING,
        OVER,
        REVOKED;

        /** There is something left to revoke. */
        public boolean open() {
            return this == COMING || this == RUNNING;
        }
    }
}
