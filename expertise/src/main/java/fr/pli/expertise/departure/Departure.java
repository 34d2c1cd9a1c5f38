package fr.pli.expertise.departure;

import fr.pli.exchange.platform.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of a court leaves, as they declared it (T-1).
 *
 * @param lastDay in Paris; it takes effect at the midnight that ends it (T-2)
 * @param successor who was declared; null for nobody
 * @param effectiveAt when it was carried out; null before
 * @param heir who got the files, at once or attached later (T-4); null for nobody yet
 */
public record Departure(
        UUID id,
        UUID person,
        LocalDate lastDay,
        @Nullable UUID successor,
        @Nullable Cause cause,
        State state,
        Instant declaredAt,
        @Nullable Instant effectiveAt,
        @Nullable UUID heir) {

    /** 00:00 (Europe/Paris) on the day after. */
    public Instant takesEffect() {
        return takesEffect(lastDay);
    }

    static Instant takesEffect(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(Time.PARIS).toInstant();
    }

    /** Whether it may be changed or cancelled: until the last day is over, even where the job is late. */
    public boolean changeable(Instant now) {
        return state == State.DECLARED && now.isBefore(takesEffect());
    }

    /** Nobody has got its files yet. */
    public boolean waits() {
        return state == State.EFFECTIVE && heir == null;
    }

    public enum State {
        DECLARED,
        CANCELLED,
        EFFECTIVE
    }

    /** Why somebody leaves, if they say so. */
    public enum Cause {
        RETIREMENT,
        TRANSFER,
        REPLACEMENT
    }
}
