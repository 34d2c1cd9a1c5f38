package fr.pli.exchange.platform;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Tells the scheduler library what the tasks and sweeps of one lane are. */
final class LaneTasks {

    private final Task.Lane lane;
    private final ObjectProvider<Task> tasks;
    private final ObjectProvider<Sweep> sweeps;
    private final SweepRuns runs;

    LaneTasks(Task.Lane lane, ObjectProvider<Task> tasks, ObjectProvider<Sweep> sweeps, SweepRuns runs) {
        this.lane = lane;
        this.tasks = tasks;
        this.sweeps = sweeps;
        this.runs = runs;
    }

    List<com.github.kagkarlsson.scheduler.task.Task<?>> known(TaskTable table) {
        return tasks.stream()
                .filter(task -> task.lane() == lane)
                .<com.github.kagkarlsson.scheduler.task.Task<?>>map(task -> once(task, table))
                .toList();
    }

    List<RecurringTask<Void>> repeated() {
        return sweeps.stream()
                .filter(sweep -> sweep.lane() == lane)
                .map(this::repeated)
                .toList();
    }

    private static com.github.kagkarlsson.scheduler.task.Task<Void> once(Task task, TaskTable table) {
        return com.github.kagkarlsson.scheduler.task.helper.Tasks.custom(task.name(), Void.class)
                .onFailure(new BackOff())
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    long version = context.getExecution().version;
                    Instant next = task.run(instance.getId());
                    return ended(table, task.name(), instance.getId(), version, next);
                });
    }

    private static CompletionHandler<Void> ended(
            TaskTable table, String task, String id, long version, @Nullable Instant next) {
        return (complete, operations) -> {
            if (next == null && table.removeUnlessStagedAgain(task, id, version)) {
                return;
            }
            Instant again = table.takeAgain(task, id, next);
            operations.reschedule(complete, again == null ? complete.getTimeDone() : again);
        };
    }

    private RecurringTask<Void> repeated(Sweep sweep) {
        return com.github.kagkarlsson.scheduler.task.helper.Tasks.recurring(sweep.name(), FixedDelay.of(sweep.every()))
                .onDeadExecutionRevive()
                .execute((instance, context) -> runs.record(sweep));
    }
}
