package fr.pli.app.state;

import fr.pli.exchange.attachment.AnalysisForecast;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what waits: files for their analysis, staged work of both lanes. */
@Component
class Queues {

    private final JdbcClient jdbc;
    private final AnalysisForecast forecast;

    Queues(JdbcClient jdbc, AnalysisForecast forecast) {
        this.jdbc = jdbc;
        this.forecast = forecast;
    }

    PlatformState.Analysis analysis() {
        Instant done = forecast.ofAll().orElse(null);
        return jdbc.sql("""
                select count(*) waiting, coalesce(sum(length), 0) bytes, min(waiting_since) oldest
                from file where state = 'WAITING'
                """)
                .query((row, number) -> new PlatformState.Analysis(
                        row.getLong("waiting"), row.getLong("bytes"), row.getObject("oldest", Instant.class), done))
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

    /** Staged work by kind; what is repeated for ever is in the same tables and is left out. */
    List<PlatformState.Work> works(Collection<String> repeated, Instant now) {
        return jdbc
                .sql("""
                select task_name, count(if(not picked and execution_time <= :now, 1, null)) due,
                  count(if(not picked and execution_time > :now, 1, null)) later, count(if(picked, 1, null)) running,
                  count(if(consecutive_failures > 0, 1, null)) failing,
                  max(if(consecutive_failures > 0, last_failure, null)) failed_at
                from (select task_name, picked, execution_time, consecutive_failures, last_failure from tasks
                  union all select task_name, picked, execution_time, consecutive_failures, last_failure from long_tasks) staged
                group by task_name order by task_name
                """)
                .param("now", now)
                .query((row, number) -> new PlatformState.Work(
                        row.getString("task_name"),
                        row.getLong("due"),
                        row.getLong("later"),
                        row.getLong("running"),
                        row.getLong("failing"),
                        row.getObject("failed_at", Instant.class)))
                .list()
                .stream()
                .filter(work -> !repeated.contains(work.name()))
                .toList();
    }
}
