package fr.pli.exchange.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs sweeps and keeps, for each, when it last began, how long it took and how it ended. */
@Component
public class SweepRuns {

    private static final int REASON_LENGTH = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    SweepRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By name. A sweep that never ran is not listed. */
    public List<SweepRun> all() {
        return jdbc.sql("""
                select name, started_at, duration_ms, outcome, last_done_at, reason from sweep_run order by name
                """)
                .query((row, number) -> {
                    Long duration = row.getObject("duration_ms", Long.class);
                    return new SweepRun(
                            row.getString("name"),
                            row.getObject("started_at", Instant.class),
                            duration == null ? null : Duration.ofMillis(duration),
                            SweepRun.Outcome.valueOf(row.getString("outcome")),
                            row.getObject("last_done_at", Instant.class),
                            row.getString("reason"));
                })
                .list();
    }

    void record(Sweep sweep) {
        Instant started = clock.instant();
        begun(sweep.name(), started);
        long from = System.nanoTime();
        try {
            sweep.run();
            ended(sweep.name(), started, from, SweepRun.Outcome.DONE, null);
        } catch (RuntimeException failure) {
            ended(sweep.name(), started, from, SweepRun.Outcome.FAILED, reason(failure));
            throw failure;
        }
    }

    private void begun(String name, Instant started) {
        jdbc.sql("""
                insert into sweep_run (name, started_at, outcome) values (?, ?, 'RUNNING')
                on duplicate key update started_at = value(started_at), duration_ms = null, outcome = 'RUNNING',
                  reason = null
                """).params(name, started).update();
    }

    private void ended(String name, Instant started, long from, SweepRun.Outcome outcome, @Nullable String reason) {
        long milliseconds = Duration.ofNanos(System.nanoTime() - from).toMillis();
        jdbc.sql("""
                update sweep_run set duration_ms = :duration, outcome = :outcome, reason = :reason,
                  last_done_at = if(:outcome = 'DONE', :started, last_done_at)
                where name = :name
                """)
                .param("duration", milliseconds)
                .param("outcome", outcome.name())
                .param("reason", reason)
                .param("started", started)
                .param("name", name)
                .update();
    }

    private static String reason(RuntimeException failure) {
        String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return text.substring(0, Math.min(text.length(), REASON_LENGTH));
    }
}
