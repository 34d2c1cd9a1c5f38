package fr.pli.app.state;

import fr.pli.exchange.attachment.StorageState;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much the store has left, and how fast it grows: what came in less what was erased over seven days. */
@Component
class Stores {

    private static final int DAYS = 7;

    private final StorageState storage;
    private final JdbcClient jdbc;

    Stores(StorageState storage, JdbcClient jdbc) {
        this.storage = storage;
        this.jdbc = jdbc;
    }

    PlatformState.Storage look(Instant now) {
        return new PlatformState.Storage(
                storage.place(),
                storage.awaySince().orElse(null),
                storage.free(),
                storage.reserve(),
                growth(now) / DAYS,
                storage.compared().orElse(null));
    }

    private long growth(Instant now) {
        return jdbc.sql("""
                select (select coalesce(sum(received), 0) from file where created_at >= :since)
                  - (select coalesce(sum(received), 0) from file where erased_at >= :since)
                """)
                .param("since", now.minus(Duration.ofDays(DAYS)))
                .query(Long.class)
                .single();
    }
}
