package fr.pli.exchange.account;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is signed in where. A session holds strings only: the person's id, when it was opened, the browser's family
 * and the token of its forms. This class opens them all; the database keeps them, so that any node serves any session.
 */
@Component
public class Sessions {

    /** Attributes of a session. */
    public static final String PERSON = "person";

    public static final String OPENED = "opened";
    public static final String FORMS = "forms";
    static final String BROWSER = "browser";
    private static final String PROVED = "proved";
    private static final String HALF_WAY = "half-way";
    private static final String SINCE = "since";
    private static final String NEXT = "next";

    private static final Duration SECOND_STEP = Duration.ofMinutes(10);
    private static final Duration PROOF = Duration.ofMinutes(10);

    /** By this attribute spring-session fills the column that lists and ends a person's sessions. */
    private static final String PRINCIPAL =
            "org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME";

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Journal journal;
    private final Units units;
    private final Clock clock;
    private final AccountSettings settings;

    Sessions(
            JdbcClient jdbc, Directory directory, Journal journal, Units units, Clock clock, AccountSettings settings) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.journal = journal;
        this.units = units;
        this.clock = clock;
        this.settings = settings;
    }

    /** Opens a session under a new identifier: what a browser carried before proves nothing afterwards. */
    public void open(HttpServletRequest request, Person person) {
        String now = clock.instant().toString();
        HttpSession session = fresh(request, person);
        session.setAttribute(PERSON, person.id().toString());
        session.setAttribute(OPENED, now);
        session.setAttribute(PROVED, now);
        session.setAttribute(BROWSER, Browser.family(request.getHeader("User-Agent")));
        request.setAttribute("me", person);
    }

    /**
     * Begins a session of somebody whose password was right and who owes the second factor. It says nowhere that this
     * person is signed in, so every page and call treats it as nobody's; only {@link #halfWay} reads it.
     *
     * @param next page they were on the way to
     */
    public void begin(HttpServletRequest request, Person person, String next) {
        HttpSession session = fresh(request, person);
        session.setAttribute(HALF_WAY, person.id().toString());
        session.setAttribute(SINCE, clock.instant().toString());
        session.setAttribute(NEXT, next);
    }

    /** Who is half way through signing in with this browser; empty after ten minutes and for who is not active. */
    public Optional<HalfWay> halfWay(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(HALF_WAY) instanceof String id)
                || !(session.getAttribute(SINCE) instanceof String since)
                || !(session.getAttribute(NEXT) instanceof String next)
                || !clock.instant().isBefore(Instant.parse(since).plus(SECOND_STEP))) {
            return Optional.empty();
        }
        return directory.find(UUID.fromString(id)).filter(Person::enters).map(person -> new HalfWay(person, next));
    }

    /** Whether the person of this session gave their password within the last ten minutes. */
    public boolean proved(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(PROVED) instanceof String at
                && clock.instant().isBefore(Instant.parse(at).plus(PROOF));
    }

    /** Notes in this session that its person just gave their password again. */
    public void prove(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.setAttribute(PROVED, clock.instant().toString());
        }
    }

    private static HttpSession fresh(HttpServletRequest request, Person person) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        HttpSession session = request.getSession(true);
        session.setAttribute(FORMS, Secrets.token());
        session.setAttribute(PRINCIPAL, person.id().toString());
        return session;
    }

    /** Closes the session of this request, if there is one. */
    public void close(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        request.removeAttribute("me");
    }

    /** The key of this request's session among {@link #of}, null for a call with a token. */
    public @Nullable String current(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return null;
        }
        return jdbc.sql("select primary_id from SPRING_SESSION where session_id = :id")
                .param("id", stored(session.getId()))
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** As the database knows a session: a copy of its table opens no session. */
    public static String stored(String sessionId) {
        return java.util.HexFormat.of().formatHex(Secrets.hash(sessionId));
    }

    /** Live sessions of a person, last used first. */
    public List<Open> of(UUID person) {
        Instant now = clock.instant();
        return jdbc
                .sql("""
                        select s.primary_id, s.last_access_time, o.attribute_bytes as opened, b.attribute_bytes as browser
                        from SPRING_SESSION s
                        join SPRING_SESSION_ATTRIBUTES o
                             on o.session_primary_id = s.primary_id and o.attribute_name = 'opened'
                        join SPRING_SESSION_ATTRIBUTES b
                             on b.session_primary_id = s.primary_id and b.attribute_name = 'browser'
                        where s.principal_name = :person and s.expiry_time > :now
                        order by s.last_access_time desc
                        """)
                .param("person", person.toString())
                .param("now", now.toEpochMilli())
                .query((row, number) -> new Open(
                        row.getString("primary_id"),
                        Instant.parse(SessionText.read(row.getBytes("opened"))),
                        Instant.ofEpochMilli(row.getLong("last_access_time")),
                        SessionText.read(row.getBytes("browser"))))
                .list()
                .stream()
                .filter(open -> open.opened().plus(settings.sessionAbsolute()).isAfter(now))
                .toList();
    }

    /** « Se déconnecter partout »: ends every session of the person but {@code kept}. @return how many were ended */
    public int endAll(UUID person, @Nullable String kept) {
        return units.call(() -> journaled(person, delete(person, kept)));
    }

    private int delete(UUID person, @Nullable String kept) {
        return jdbc.sql("delete from SPRING_SESSION where principal_name = :person and primary_id <> :kept")
                .param("person", person.toString())
                .param("kept", kept == null ? "" : kept)
                .update();
    }

    /** Ends one session of the person. @return whether it was there */
    public boolean end(UUID person, String key) {
        return units.call(() -> journaled(
                        person,
                        jdbc.sql("delete from SPRING_SESSION where principal_name = :person and primary_id = :key")
                                .param("person", person.toString())
                                .param("key", key)
                                .update()))
                == 1;
    }

    private int journaled(UUID person, int ended) {
        if (ended > 0) {
            journal.append(Fact.of("session.ended").by(person).about(person).detail("sessions", ended));
        }
        return ended;
    }

    /**
     * Somebody between the password and the second factor.
     *
     * @param next page they were on the way to, one of ours
     */
    public record HalfWay(Person person, String next) {}

    /**
     * A session as its person sees it.
     *
     * @param key names it, opens nothing
     * @param used to the minute
     * @param browser its family, such as {@code Firefox}
     */
    public record Open(String key, Instant opened, Instant used, String browser) {}
}
