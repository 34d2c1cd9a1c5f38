package fr.pli.exchange.attachment;

import fr.pli.exchange.platform.Sweep;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks whether the store can be used, and remembers since when it cannot (U-12). */
@Component
class StoreWatch implements Sweep {

    private static final Logger log = LoggerFactory.getLogger(StoreWatch.class);
    private static final int LENGTH = 300;

    private final ObjectStore store;
    private final JdbcClient jdbc;
    private final Clock clock;

    StoreWatch(ObjectStore store, JdbcClient jdbc, Clock clock) {
        this.store = store;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "attachment.store";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        try {
            store.check();
            seen(null);
        } catch (IOException away) {
            String trouble = Objects.requireNonNullElse(away.getMessage(), away.toString());
            log.warn("The store {} cannot be used: {}", store.place(), trouble);
            seen(trouble.substring(0, Math.min(LENGTH, trouble.length())));
        }
    }

    /** Since when it is away; empty while it can be used. */
    Optional<Instant> awaySince() {
        return jdbc.sql("select changed_at from store_watch where id = 1 and trouble is not null")
                .query(Instant.class)
                .optional();
    }

    private void seen(@Nullable String trouble) {
        jdbc.sql("""
                insert into store_watch (id, trouble, changed_at) values (1, :trouble, :now)
                on duplicate key update
                  changed_at = if((trouble is null) = (:trouble is null), changed_at, :now), trouble = :trouble
                """).param("trouble", trouble).param("now", clock.instant()).update();
    }
}
