package fr.pli.exchange.platform;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A lane for short work and one for long work, each with its own table and threads. */
@Configuration(proxyBeanMethods = false)
class LaneConfiguration {

    @Bean
    Lane shortLane(
            ObjectProvider<Task> tasks,
            ObjectProvider<Sweep> sweeps,
            SweepRuns runs,
            JdbcClient jdbc,
            DataSource database,
            Clock clock,
            JobSettings settings) {
        return lane(Task.Lane.SHORT, tasks, sweeps, runs, jdbc, database, clock, settings);
    }

    @Bean
    Lane longLane(
            ObjectProvider<Task> tasks,
            ObjectProvider<Sweep> sweeps,
            SweepRuns runs,
            JdbcClient jdbc,
            DataSource database,
            Clock clock,
            JobSettings settings) {
        return lane(Task.Lane.LONG, tasks, sweeps, runs, jdbc, database, clock, settings);
    }

    private static Lane lane(
            Task.Lane kind,
            ObjectProvider<Task> tasks,
            ObjectProvider<Sweep> sweeps,
            SweepRuns runs,
            JdbcClient jdbc,
            DataSource database,
            Clock clock,
            JobSettings settings) {
        return new Lane(
                kind, new TaskTable(jdbc, kind), new LaneTasks(kind, tasks, sweeps, runs), database, clock, settings);
    }
}
