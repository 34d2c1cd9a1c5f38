package fr.pli.app.security;

import fr.pli.exchange.account.AccountSettings;
import fr.pli.exchange.account.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions of the database, kept calm: the last access is written once a minute at most, limits are measured by the
 * application's clock, and the database knows a session by the hash of its identifier only.
 *
 * @param <S> sessions of the repository around which this one stands
 */
final class CalmSessions<S extends Session> implements SessionRepository<CalmSession<S>> {

    /** The identifier under which the repository stores the session it is making or renaming. */
    static final ScopedValue<String> STORED = ScopedValue.newInstance();

    private final SessionRepository<S> sessions;
    private final AccountSettings settings;
    private final Clock clock;

    private CalmSessions(SessionRepository<S> sessions, AccountSettings settings, Clock clock) {
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    static <S extends Session> CalmSessions<S> around(
            SessionRepository<S> sessions, AccountSettings settings, Clock clock) {
        return new CalmSessions<>(sessions, settings, clock);
    }

    /** A fresh identifier: 244 random bits in the form that browsers already keep. */
    static String identifier() {
        return UUID.randomUUID() + "-" + UUID.randomUUID();
    }

    @Override
    public CalmSession<S> createSession() {
        String id = identifier();
        S session = ScopedValue.where(STORED, Sessions.stored(id)).call(sessions::createSession);
        session.setMaxInactiveInterval(settings.sessionIdle());
        session.setLastAccessedTime(clock.instant());
        return new CalmSession<>(session, id, clock);
    }

    @Override
    public void save(CalmSession<S> session) {
        sessions.save(session.stored());
    }

    @Override
    public @Nullable CalmSession<S> findById(String id) {
        S session = sessions.findById(Sessions.stored(id));
        if (session == null) {
            return null;
        }
        if (over(session)) {
            sessions.deleteById(Sessions.stored(id));
            return null;
        }
        return new CalmSession<>(session, id, clock);
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(Sessions.stored(id));
    }

    private boolean over(S session) {
        Instant now = clock.instant();
        Duration idle = Duration.between(session.getLastAccessedTime(), now);
        String opened = session.getAttribute(Sessions.OPENED);
        return idle.compareTo(settings.sessionIdle()) >= 0
                || opened != null && !now.isBefore(Instant.parse(opened).plus(settings.sessionAbsolute()));
    }
}
