package fr.pli.exchange.platform;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The product's tasks and sweeps in both lanes, run by the library's manual scheduler in the calling thread. */
@Component
public class ManualLanes {

    private static final int ROUNDS = 1000;

    private final Lanes lanes;
    private final ObjectProvider<Sweep> sweeps;
    private final SweepRuns runs;
    private final DataSource database;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Instant> lastSweeps = new ConcurrentHashMap<>();

    ManualLanes(
            Lanes lanes,
            ObjectProvider<Sweep> sweeps,
            SweepRuns runs,
            DataSource database,
            JdbcClient jdbc,
            Clock clock) {
        this.lanes = lanes;
        this.sweeps = sweeps;
        this.runs = runs;
        this.database = database;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Tasks due now, and those they stage for now, until none is left. */
    public void runDueTasks() {
        List<ManualScheduler> schedulers = lanes.all().map(this::manual).toList();
        for (int round = 0; round < ROUNDS; round++) {
            if (lanes.all().noneMatch(this::anythingDue)) {
                return;
            }
            for (ManualScheduler scheduler : schedulers) {
                scheduler.setTime(clock.instant());
                scheduler.runAnyDueExecutions();
            }
        }
        throw new AssertionError("tasks are still due after " + ROUNDS + " rounds");
    }

    /** The sweeps that have not run for as long as they say. */
    public void runDueSweeps() {
        Instant now = clock.instant();
        sweeps.stream().forEach(sweep -> {
            Instant last = lastSweeps.get(sweep.name());
            if (last == null || last.isAfter(now) || !last.plus(sweep.every()).isAfter(now)) {
                lastSweeps.put(sweep.name(), now);
                runs.record(sweep);
            }
        });
    }

    /** One run of the sweep of that name, now. */
    public void sweep(String name) {
        runs.record(sweeps.stream()
                .filter(sweep -> sweep.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sweep is named " + name)));
    }

    private ManualScheduler manual(Lane lane) {
        var builder = TestHelper.createManualScheduler(database, lane.tasks().known(lane.table()))
                .clock(new SettableClock())
                .tableName(TaskTable.nameOf(lane.kind()));
        builder.schedulerName(new SchedulerName.Fixed(Thread.currentThread().getName()));
        return builder.build();
    }

    private boolean anythingDue(Lane lane) {
        List<String> names = lane.tasks().known(lane.table()).stream()
                .map(task -> task.getName())
                .toList();
        return !names.isEmpty()
                && jdbc.sql("select exists (select * from " + TaskTable.nameOf(lane.kind())
                                + " where not picked and execution_time <= :now and task_name in (:names))")
                        .param("now", clock.instant())
                        .param("names", names)
                        .query(Boolean.class)
                        .single();
    }
}
