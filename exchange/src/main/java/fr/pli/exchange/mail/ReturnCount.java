package fr.pli.exchange.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many reports came back since the beginning, of all nodes and both ways. */
@Component
class ReturnCount {

    private final JdbcClient jdbc;

    ReturnCount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(int bound, int unknown, Instant now) {
        jdbc.sql("update mail_return_count set bound = bound + ?, unknown = unknown + ?, last_at = ? where id = 1")
                .params(bound, unknown, now)
                .update();
    }

    Total total() {
        return jdbc.sql("select bound, unknown, last_at from mail_return_count where id = 1")
                .query((row, number) -> new Total(
                        row.getLong("bound"), row.getLong("unknown"), row.getObject("last_at", Instant.class)))
                .single();
    }

    record Total(long bound, long unknown, @Nullable Instant last) {}
}
