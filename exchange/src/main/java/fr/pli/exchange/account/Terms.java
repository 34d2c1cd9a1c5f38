package fr.pli.exchange.account;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The terms of use, « CGU »: versions that are only ever added, and who accepted which. Who never accepted any
 * must do so first; after a new version the former acceptance holds for a grace period.
 */
@Component
public class Terms {

    private static final int LONGEST = 200_000;
    private static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Units units;
    private final AccountPolicies policies;
    private final Clock clock;

    Terms(JdbcClient jdbc, Journal journal, Units units, AccountPolicies policies, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.units = units;
        this.policies = policies;
        this.clock = clock;
    }

    /** Where the person stands with the latest version. */
    public Standing standing(UUID person) {
        return jdbc.sql("""
                        select t.version, t.published_at,
                               exists (select 1 from terms_acceptance a
                                       where a.person = :person and a.version = t.version) as latest,
                               exists (select 1 from terms_acceptance a where a.person = :person) as any_version
                        from terms t order by t.version desc limit 1
                        """)
                .param("person", person)
                .query((row, number) -> new Accepted(
                        row.getInt("version"),
                        row.getTimestamp("published_at").toInstant(),
                        row.getBoolean("latest"),
                        row.getBoolean("any_version")))
                .optional()
                .map(this::standing)
                .orElse(new Standing(State.ACCEPTED, 0, Instant.EPOCH));
    }

    /** Who accepted the latest version needs no grace, and nobody asks how long it is. */
    private Standing standing(Accepted accepted) {
        if (accepted.latest()) {
            return new Standing(State.ACCEPTED, accepted.version(), Instant.EPOCH);
        }
        Instant graceEnds = accepted.published().plus(policies.termsGrace());
        boolean grace = accepted.any() && clock.instant().isBefore(graceEnds);
        return new Standing(grace ? State.GRACE : State.REQUIRED, accepted.version(), graceEnds);
    }

    /** What a person accepted of the latest version. */
    private record Accepted(int version, Instant published, boolean latest, boolean any) {}

    /** Accepts exactly the version that was shown; again is harmless. */
    public void accept(Person person, int version) {
        units.run(() -> {
            if (latest() != version) {
                throw SignInRefusal.TERMS_CHANGED.with();
            }
            int added = jdbc.sql("""
                            insert ignore into terms_acceptance (person, version, accepted_at)
                            values (:person, :version, :now)
                            """)
                    .param("person", person.id())
                    .param("version", version)
                    .param("now", clock.instant())
                    .update();
            if (added == 1) {
                journal.append(Fact.of("terms.accepted")
                        .by(person.id())
                        .about(person.id())
                        .detail("version", version));
            }
        });
    }

    /** Publishes the next version; it counts from now on. @return its number */
    public int publish(Person by, String french, String english) {
        if (by.profile() != Profile.ADMINISTRATOR) {
            throw SignInRefusal.FORBIDDEN.with();
        }
        var texts = Map.of(Locale.FRENCH, checked(french), Locale.ENGLISH, checked(english));
        return units.call(() -> {
            int version = latest() + 1;
            store(version, by.id(), texts);
            journal.append(Fact.of("terms.published").by(by.id()).detail("version", version));
            return version;
        });
    }

    /** Puts the shipped first version in, unless there is one. */
    void ship(Map<Locale, String> texts) {
        units.run(() -> {
            if (latest() == 0) {
                store(1, null, texts);
            }
        });
    }

    public int latest() {
        return jdbc.sql("select coalesce(max(version), 0) from terms")
                .query(Integer.class)
                .single();
    }

    /** The text of a version in a language we have, French for any other. */
    public Optional<Text> text(int version, Locale asked) {
        String language = LANGUAGES.stream()
                .filter(l -> l.getLanguage().equals(asked.getLanguage()))
                .findFirst()
                .orElse(Locale.FRENCH)
                .getLanguage();
        return jdbc.sql("""
                        select t.version, t.published_at, x.content from terms t
                        join terms_text x on x.version = t.version and x.language = :language
                        where t.version = :version
                        """)
                .param("version", version)
                .param("language", language)
                .query((row, number) -> new Text(
                        row.getInt("version"),
                        row.getTimestamp("published_at").toInstant(),
                        language,
                        row.getString("content")))
                .optional();
    }

    /** All versions, latest first, with how many people accepted each. */
    public List<Published> versions() {
        return jdbc.sql("""
                        select t.version, t.published_at,
                               (select count(*) from terms_acceptance a where a.version = t.version) as accepted
                        from terms t order by t.version desc
                        """)
                .query((row, number) -> new Published(
                        row.getInt("version"), row.getTimestamp("published_at").toInstant(), row.getInt("accepted")))
                .list();
    }

    private void store(int version, @Nullable UUID by, Map<Locale, String> texts) {
        jdbc.sql("insert into terms (version, published_at, published_by) values (:version, :now, :by)")
                .param("version", version)
                .param("now", clock.instant())
                .param("by", by)
                .update();
        texts.forEach((language, content) -> jdbc.sql(
                        "insert into terms_text (version, language, content) values (:version, :language, :content)")
                .param("version", version)
                .param("language", language.getLanguage())
                .param("content", content)
                .update());
    }

    private static String checked(String typed) {
        String text = typed.replace("\r\n", "\n").strip();
        if (text.isEmpty()) {
            throw SignInRefusal.TERMS_EMPTY.with();
        }
        if (text.length() > LONGEST) {
            throw SignInRefusal.TERMS_TOO_LONG.with(LONGEST);
        }
        return text;
    }

    /** Whether somebody may go on. */
    public enum State {
        ACCEPTED,
        /** An earlier version was accepted and the new one is younger than the grace period. */
        GRACE,
        REQUIRED
    }

    /**
     * Where somebody stands.
     *
     * @param version the latest
     * @param graceEnds when it must be accepted by who accepted an earlier one; the epoch once it is accepted
     */
    public record Standing(State state, int version, Instant graceEnds) {}

    /**
     * One version in one language.
     *
     * @param content plain text; a line that begins with "# " is a heading, an empty line ends a paragraph
     */
    public record Text(int version, Instant publishedAt, String language, String content) {

        /** The paragraphs in their order. */
        public List<String> paragraphs() {
            return List.of(content.split("\n\\s*\n"));
        }
    }

    /**
     * One version.
     *
     * @param accepted how many people did
     */
    public record Published(int version, Instant publishedAt, int accepted) {}
}
