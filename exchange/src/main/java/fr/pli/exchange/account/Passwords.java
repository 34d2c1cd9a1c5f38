package fr.pli.exchange.account;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored passwords, as Argon2id hashes; every change of one is a row of {@code credential}. */
@Component
class Passwords {

    private final JdbcClient jdbc;
    private final Clock clock;

    Passwords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<String> hash(@Nullable UUID person) {
        if (person == null) {
            return Optional.empty();
        }
        return jdbc.sql("select password from credential where person = :person")
                .param("person", person)
                .query(String.class)
                .optional();
    }

    boolean exists(UUID person) {
        return hash(person).isPresent();
    }

    void store(UUID person, String hash) {
        jdbc.sql("""
                        insert into credential (person, version, password, changed_at) values (:person, 0, :hash, :now)
                        on duplicate key update version = version + 1, password = :hash, changed_at = :now
                        """)
                .param("person", person)
                .param("hash", hash)
                .param("now", clock.instant())
                .update();
    }

    /** Replaces a hash by one of the same password with today's parameters, unless the password changed meanwhile. */
    void rehash(UUID person, String old, String fresh) {
        jdbc.sql(
                        "update credential set password = :fresh, version = version + 1 where person = :person and password = :old")
                .param("fresh", fresh)
                .param("person", person)
                .param("old", old)
                .update();
    }
}
