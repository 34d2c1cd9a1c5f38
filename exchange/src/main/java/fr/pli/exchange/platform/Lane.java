package fr.pli.exchange.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.MySQL8JdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * One scheduler on one table. It starts when all features are there and stops before they go; what is under way may
 * end. A node that dies is noticed after six missed heartbeats and its work is done by another.
 */
final class Lane implements SmartLifecycle {

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 6;
    /** Looks for more work when half of the threads are free, takes as much as there are threads. */
    private static final double REFILL_AT = 0.5;

    private static final double FETCH_UP_TO = 1.0;
    /** The columns have no zone of their own. */
    static final JdbcCustomization IN_UTC = new MySQL8JdbcCustomization(true);

    private final Task.Lane kind;
    private final TaskTable table;
    private final LaneTasks tasks;
    private final DataSource database;
    private final Clock clock;
    private final JobSettings settings;

    private volatile @Nullable Scheduler scheduler;
    private @Nullable ExecutorService threads;

    Lane(Task.Lane kind, TaskTable table, LaneTasks tasks, DataSource database, Clock clock, JobSettings settings) {
        this.kind = kind;
        this.table = table;
        this.tasks = tasks;
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    Task.Lane kind() {
        return kind;
    }

    TaskTable table() {
        return table;
    }

    LaneTasks tasks() {
        return tasks;
    }

    void wake() {
        Scheduler running = scheduler;
        if (running != null) {
            running.triggerCheckForDueExecutions();
        }
    }

    @Override
    public void start() {
        if (!settings.enabled() || scheduler != null) {
            return;
        }
        threads = threads();
        Scheduler starting = Scheduler.create(database, tasks.known(table))
                .startTasks(tasks.repeated())
                .tableName(TaskTable.nameOf(kind))
                .jdbcCustomization(IN_UTC)
                .serializer(NoData.INSTANCE)
                .clock(clock::instant)
                .executorService(threads)
                .threads(settings.threads(kind))
                .pollingInterval(settings.polling())
                .pollUsingLockAndFetch(REFILL_AT, FETCH_UP_TO)
                .enableImmediateExecution()
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .failureLogging(LogLevel.WARN, true)
                .shutdownMaxWait(settings.stopWait())
                .build();
        starting.start();
        scheduler = starting;
    }

    @Override
    public void stop() {
        Scheduler running = scheduler;
        if (running != null) {
            running.stop();
            scheduler = null;
        }
        if (threads != null) {
            threads.shutdownNow();
            threads = null;
        }
    }

    /** Short work waits for others most of the time; long work computes, and would keep virtual threads from running. */
    private ExecutorService threads() {
        String name = TaskTable.nameOf(kind) + "-";
        return kind == Task.Lane.SHORT
                ? Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name(name, 0).factory())
                : Executors.newFixedThreadPool(
                        settings.threads(kind),
                        Thread.ofPlatform().name(name, 0).factory());
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
