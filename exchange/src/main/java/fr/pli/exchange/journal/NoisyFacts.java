package fr.pli.exchange.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Counts facts that repeat: the first is told at once, the rest once a minute with their number, on all nodes. */
@Component
class NoisyFacts {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    NoisyFacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts the fact. @return whether it is the first of its minute */
    boolean first(Fact fact) {
        String json = JSON.writeValueAsString(fact);
        int changed = jdbc.sql("""
                insert into event_count (digest, fact, since, more) values (:digest, :fact, :now, 0)
                on duplicate key update more = more + 1
                """)
                .param("digest", digest(json))
                .param("fact", json)
                .param("now", clock.instant())
                .update();
        return changed == 1;
    }

    /** Facts whose minute is over. */
    List<byte[]> over() {
        return jdbc.sql("select digest from event_count where since < ? order by since limit ?")
                .params(clock.instant().minus(MINUTE), BATCH)
                .query((row, number) -> row.getBytes(1))
                .list();
    }

    /** Ends the minute of one fact and, if it was repeated, hands it over with the number of repetitions. */
    void close(byte[] digest, java.util.function.BiConsumer<Fact, Integer> repeated) {
        record Counted(String fact, int more, Instant since) {}
        jdbc.sql("select fact, more, since from event_count where digest = ? for update")
                .param(digest)
                .query((row, number) -> new Counted(row.getString(1), row.getInt(2), row.getObject(3, Instant.class)))
                .optional()
                .ifPresent(counted -> {
                    jdbc.sql("delete from event_count where digest = ?")
                            .param(digest)
                            .update();
                    if (counted.more() > 0) {
                        repeated.accept(JSON.readValue(counted.fact(), Fact.class), counted.more());
                    }
                });
    }

    private static byte[] digest(String json) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
