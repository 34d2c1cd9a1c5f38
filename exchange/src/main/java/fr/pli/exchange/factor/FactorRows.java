package fr.pli.exchange.factor;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that apps and passkeys have in common. */
@Component
class FactorRows {

    private static final int LONGEST_LABEL = 100;

    private final JdbcClient jdbc;
    private final FactorSettings settings;
    private final Clock clock;

    FactorRows(JdbcClient jdbc, FactorSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Locks the person's row, so that what is counted holds until the commit. */
    void lock(Person person) {
        jdbc.sql("select id from person where id = :person for update")
                .param("person", person.id())
                .query(UUID.class)
                .single();
    }

    /** Those that count, oldest first. */
    List<Factor> of(UUID person) {
        return jdbc.sql("""
                        select id, kind, label, created_at, last_used_at, suspected_at from second_factor
                        where person = :person and confirmed_at is not null order by id
                        """).param("person", person).query(FactorRows::factor).list();
    }

    boolean any(UUID person) {
        return jdbc.sql("""
                        select exists (select 1 from second_factor
                                       where person = :person and confirmed_at is not null)
                        """).param("person", person).query(Boolean.class).single();
    }

    /** Adds a row, confirmed or waiting for its first code; the person's row is locked. */
    UUID add(Person person, Factor.Kind kind, String label, boolean confirmed) {
        if (of(person.id()).size() >= settings.perPerson()) {
            throw FactorRefusal.TOO_MANY.with(settings.perPerson());
        }
        Instant now = clock.instant();
        UUID id = Ids.next(now);
        jdbc.sql("""
                        insert into second_factor (id, person, kind, label, created_at, confirmed_at)
                        values (:id, :person, :kind, :label, :now, :confirmed)
                        """)
                .param("id", id)
                .param("person", person.id())
                .param("kind", kind.name())
                .param("label", label)
                .param("now", now)
                .param("confirmed", confirmed ? now : null)
                .update();
        return id;
    }

    void confirm(UUID id, String label) {
        jdbc.sql("update second_factor set confirmed_at = :now, label = :label where id = :id")
                .param("now", clock.instant())
                .param("label", label)
                .param("id", id)
                .update();
    }

    void used(UUID id) {
        jdbc.sql("update second_factor set last_used_at = :now where id = :id")
                .param("now", clock.instant())
                .param("id", id)
                .update();
    }

    /** @return whether it was not known before */
    boolean suspect(UUID id) {
        return jdbc.sql("update second_factor set suspected_at = :now where id = :id and suspected_at is null")
                        .param("now", clock.instant())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The app of this person that waits for its first code and was begun within the last while. */
    Optional<UUID> begun(UUID person, Duration within) {
        return jdbc.sql("""
                        select id from second_factor
                        where person = :person and confirmed_at is null and created_at > :since
                        order by id desc limit 1
                        """)
                .param("person", person)
                .param("since", clock.instant().minus(within))
                .query((row, number) -> row.getObject("id", UUID.class))
                .optional();
    }

    void forgetBegun(UUID person) {
        jdbc.sql("delete from second_factor where person = :person and confirmed_at is null")
                .param("person", person)
                .update();
    }

    void forgetBegunBefore(Instant before) {
        jdbc.sql("delete from second_factor where confirmed_at is null and created_at <= :before")
                .param("before", before)
                .update();
    }

    boolean remove(UUID person, UUID id) {
        return jdbc.sql("delete from second_factor where id = :id and person = :person and confirmed_at is not null")
                        .param("id", id)
                        .param("person", person)
                        .update()
                == 1;
    }

    int removeAll(UUID person) {
        return jdbc.sql("delete from second_factor where person = :person")
                .param("person", person)
                .update();
    }

    /** The name as it is kept: one line, neither empty nor long. */
    static String label(String typed) {
        String label = typed.strip().replaceAll("[\\p{Z}\\p{Cc}\\p{Cf}]+", " ").strip();
        if (label.isEmpty()) {
            throw FactorRefusal.LABEL_REQUIRED.with();
        }
        if (label.length() > LONGEST_LABEL) {
            throw FactorRefusal.LABEL_TOO_LONG.with(LONGEST_LABEL);
        }
        return label;
    }

    private static Factor factor(ResultSet row, int number) throws SQLException {
        return new Factor(
                row.getObject("id", UUID.class),
                Factor.Kind.valueOf(row.getString("kind")),
                row.getString("label"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("last_used_at")),
                instant(row.getTimestamp("suspected_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
