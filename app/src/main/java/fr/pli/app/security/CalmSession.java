package fr.pli.app.security;

import fr.pli.exchange.account.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** One session: known outside by its identifier, stored under its hash. */
final class CalmSession<S extends Session> implements Session {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final S stored;
    private final Clock clock;
    private String id;

    CalmSession(S stored, String id, Clock clock) {
        this.stored = stored;
        this.id = id;
        this.clock = clock;
    }

    S stored() {
        return stored;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String changeSessionId() {
        String fresh = CalmSessions.identifier();
        ScopedValue.where(CalmSessions.STORED, Sessions.stored(fresh)).run(stored::changeSessionId);
        id = fresh;
        return fresh;
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
        return stored.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return stored.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            stored.removeAttribute(name);
            return;
        }
        if (!(value instanceof String)) {
            throw new IllegalArgumentException("a session holds strings only, not " + name + " of " + value.getClass());
        }
        stored.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        stored.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return stored.getCreationTime();
    }

    /** Written only when a minute has passed; given by the application's clock, whatever the caller says. */
    @Override
    public void setLastAccessedTime(Instant ignored) {
        Instant now = clock.instant();
        if (Duration.between(stored.getLastAccessedTime(), now).compareTo(NOTED_EVERY) >= 0) {
            stored.setLastAccessedTime(now);
        }
    }

    @Override
    public Instant getLastAccessedTime() {
        return stored.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        stored.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return stored.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return stored.isExpired();
    }
}
