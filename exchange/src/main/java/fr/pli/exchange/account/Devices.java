package fr.pli.exchange.account;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Browsers that signed somebody in before: they are let try while strangers' failures slow the account. */
@Component
class Devices {

    private final JdbcClient jdbc;
    private final Clock clock;

    Devices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean knows(@Nullable String token, @Nullable UUID person) {
        return jdbc.sql("select count(*) from known_device where hash = :hash and person = :person")
                        .param("hash", Secrets.hash(token == null ? "" : token))
                        .param("person", person)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether this browser has signed the person in before, every proof seen. */
    boolean signedIn(@Nullable String token, UUID person) {
        return jdbc.sql("select count(*) from known_device where hash = :hash and person = :person and signed_in")
                        .param("hash", Secrets.hash(token == null ? "" : token))
                        .param("person", person)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Remembers a browser.
     *
     * @param signedIn whether it signed the person in, and did not only choose a password by a link
     * @return the token the browser keeps from now on: its own if it is this person's already
     */
    String remember(@Nullable String token, UUID person, boolean signedIn) {
        var now = clock.instant();
        if (token != null && knows(token, person)) {
            jdbc.sql("""
                            update known_device set last_used_at = :now, signed_in = signed_in or :signedIn
                            where hash = :hash
                            """)
                    .param("now", now)
                    .param("signedIn", signedIn)
                    .param("hash", Secrets.hash(token))
                    .update();
            return token;
        }
        String fresh = Secrets.token();
        jdbc.sql("""
                        insert into known_device (hash, person, created_at, last_used_at, signed_in)
                        values (:hash, :person, :now, :now, :signedIn)
                        """)
                .param("hash", Secrets.hash(fresh))
                .param("person", person)
                .param("now", now)
                .param("signedIn", signedIn)
                .update();
        return fresh;
    }

    void forget(UUID person) {
        jdbc.sql("delete from known_device where person = :person")
                .param("person", person)
                .update();
    }
}
