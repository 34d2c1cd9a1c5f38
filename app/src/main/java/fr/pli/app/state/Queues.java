package fr.pli.app.state;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what waits: files for their analysis, staged work of both lanes. */
@Component
class Queues {

    private final JdbcClient jdbc;

    Queues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PlatformState.Analysis analysis() {
        return jdbc.sql("""
                select count(*) waiting, coalesce(sum(length), 0) bytes, min(waiting_since) oldest
                from file where state = 'WAITING'
                """)
                .query((row, number) -> new PlatformState.Analysis(
                        row.getLong("waiting"), row.getLong("bytes"), row.getObject("oldest", Instant.class)))
                .single();
    }

    List<PlatformState.Lane> lanes(Instant now) {
        return jdbc.sql("""
                select 'short' lane, count(if(not picked and execution_time <= :now, 1, null)) due,
                  count(if(picked, 1, null)) running, count(if(consecutive_failures > 0, 1, null)) failing
                from tasks
                union all
                select 'long', count(if(not picked and execution_time <= :now, 1, null)),
                  count(if(picked, 1, null)), count(if(consecutive_failures > 0, 1, null))
                from long_tasks
                """)
                .param("now", now)
                .query((row, number) -> new PlatformState.Lane(
                        row.getString("lane"), row.getLong("due"), row.getLong("running"), row.getLong("failing")))
                .list();
    }
}
