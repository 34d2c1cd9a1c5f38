package fr.pli.exchange.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.testing.Eventually;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schedulers as they run in production, on the real database, as two nodes. */
@ExchangeTest
@Tag("Q-5")
class LaneTest {

    @Autowired
    SweepRuns runs;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    TaskRecorder recorder;

    final List<Lane> nodes = new ArrayList<>();

    @AfterEach
    void stop() {
        nodes.forEach(Lane::stop);
        jdbc.sql("delete from tasks where task_name like 'platform.%'").update();
        clock.reset();
    }

    @Test
    void twoNodesDoEachWorkOnceAndNoneIsLeft() {
        var table = new TaskTable(jdbc, Task.Lane.SHORT);
        var ids = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            ids.add(UUID.randomUUID().toString());
        }
        table.stage(TaskRecorder.NAME, ids, clock.instant());
        Lane one = node();
        node();
        one.wake();
        Eventually.until("all is done and removed", () -> left() == 0);
        assertThat(ids).allSatisfy(id -> assertThat(recorder.runs(id)).hasSize(1));
    }

    @Test
    void workOfANodeThatDiedIsDoneByAnotherAfterSixMissedHeartbeats() {
        String id = UUID.randomUUID().toString();
        new TaskTable(jdbc, Task.Lane.SHORT).stage(TaskRecorder.NAME, List.of(id), clock.instant());
        jdbc.sql("""
                update tasks set picked = true, picked_by = 'dead', last_heartbeat = ?, version = version + 1
                where task_instance = ?
                """).params(clock.instant(), id).update();
        node();
        assertThat(recorder.runs(id)).isEmpty();

        clock.advance(Duration.ofSeconds(45));
        Eventually.until(
                "another node does it",
                Duration.ofSeconds(40),
                () -> recorder.runs(id).size() == 1);
    }

    private Lane node() {
        var lane = new Lane(
                Task.Lane.SHORT,
                new TaskTable(jdbc, Task.Lane.SHORT),
                new LaneTasks(Task.Lane.SHORT, only(recorder), none(), runs),
                database,
                clock,
                new JobSettings(true, Duration.ofMillis(200), 4, 2, Duration.ofSeconds(5)));
        lane.start();
        nodes.add(lane);
        return lane;
    }

    private long left() {
        return jdbc.sql("select count(*) from tasks where task_name = ?")
                .param(TaskRecorder.NAME)
                .query(Long.class)
                .single();
    }

    private static ObjectProvider<Task> only(Task task) {
        return new ObjectProvider<>() {
            @Override
            public Task getObject() {
                return task;
            }

            @Override
            public java.util.stream.Stream<Task> stream() {
                return java.util.stream.Stream.of(task);
            }
        };
    }

    private static ObjectProvider<Sweep> none() {
        return new ObjectProvider<>() {
            @Override
            public Sweep getObject() {
                throw new AssertionError("no sweep");
            }

            @Override
            public java.util.stream.Stream<Sweep> stream() {
                return java.util.stream.Stream.empty();
            }
        };
    }
}
