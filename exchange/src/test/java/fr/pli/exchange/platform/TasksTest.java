package fr.pli.exchange.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ExchangeTest
@Tag("Q-5")
class TasksTest {

    @Autowired
    Tasks tasks;

    @Autowired
    Units units;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    TaskRecorder recorder;

    @Autowired
    SweepRuns sweeps;

    @Autowired
    FailingSweep failing;

    final String id = UUID.randomUUID().toString();

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void whatIsStagedRunsOnceWhenItIsDue() {
        units.run(() -> tasks.stage(TaskRecorder.NAME, id, clock.instant().plusSeconds(60)));
        jobs.runTasks();
        assertThat(recorder.runs(id)).isEmpty();

        clock.advance(Duration.ofSeconds(61));
        jobs.runTasks();
        jobs.runTasks();
        assertThat(recorder.runs(id)).hasSize(1);
    }

    @Test
    void aFactThatIsRolledBackStagesNothing() {
        assertThatThrownBy(() -> units.run(() -> {
                    tasks.stage(TaskRecorder.NAME, id, clock.instant());
                    throw new IllegalArgumentException("the fact did not happen");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        jobs.runTasks();
        assertThat(recorder.runs(id)).isEmpty();
    }

    @Test
    void stagingAgainIsHarmlessAndKeepsTheTime() {
        Instant due = clock.instant().plusSeconds(60);
        tasks.stage(TaskRecorder.NAME, id, due);
        tasks.stage(TaskRecorder.NAME, id, clock.instant());
        jobs.runTasks();
        assertThat(recorder.runs(id)).isEmpty();

        tasks.restage(TaskRecorder.NAME, id, clock.instant());
        jobs.runTasks();
        assertThat(recorder.runs(id)).hasSize(1);
    }

    @Test
    void whatIsStagedWhileTheSameWorkIsUnderWayIsNotLost() {
        recorder.answer(id, ignored -> {
            if (recorder.runs(id).size() == 1) {
                tasks.stage(TaskRecorder.NAME, id, clock.instant());
            }
            return null;
        });
        tasks.stage(TaskRecorder.NAME, id, clock.instant());
        jobs.runTasks();
        assertThat(recorder.runs(id)).hasSize(2);
    }

    @Test
    void aTaskMayAskToBeCalledAgain() {
        recorder.answer(
                id, ignored -> recorder.runs(id).size() == 1 ? clock.instant().plusSeconds(30) : null);
        tasks.stage(TaskRecorder.NAME, id, clock.instant());
        jobs.runTasks();
        assertThat(recorder.runs(id)).hasSize(1);

        clock.advance(Duration.ofSeconds(31));
        jobs.runTasks();
        clock.advance(Duration.ofDays(1));
        jobs.runTasks();
        assertThat(recorder.runs(id)).hasSize(2);
    }

    @Test
    void aFailureIsTriedAgainAfterFiveSecondsThenTen() {
        recorder.answer(id, ignored -> {
            if (recorder.runs(id).size() < 3) {
                throw new IllegalStateException("planted");
            }
            return null;
        });
        tasks.stage(TaskRecorder.NAME, id, clock.instant());
        jobs.runTasks();
        clock.advance(Duration.ofSeconds(4));
        jobs.runTasks();
        assertThat(recorder.runs(id)).hasSize(1);

        clock.advance(Duration.ofSeconds(2));
        jobs.runTasks();
        assertThat(recorder.runs(id)).hasSize(2);
        clock.advance(Duration.ofSeconds(8));
        jobs.runTasks();
        assertThat(recorder.runs(id)).hasSize(2);

        clock.advance(Duration.ofSeconds(3));
        jobs.runTasks();
        clock.advance(Duration.ofDays(1));
        jobs.runTasks();
        assertThat(recorder.runs(id)).hasSize(3);
    }

    @Test
    void theBackOffDoublesToFiveMinutes() {
        var waits = new ArrayList<Duration>();
        for (int failures = 0; failures < 9; failures++) {
            waits.add(BackOff.after(failures));
        }
        assertThat(waits.stream().map(Duration::toSeconds))
                .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L);
    }

    @Test
    void whatIsCancelledDoesNotRun() {
        tasks.stage(TaskRecorder.NAME, id, clock.instant());
        tasks.cancel(TaskRecorder.NAME, id);
        jobs.runTasks();
        assertThat(recorder.runs(id)).isEmpty();
    }

    @Test
    void anUnknownTaskCannotBeStaged() {
        assertThatThrownBy(() -> tasks.stage("platform.nobody", id, clock.instant()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("platform.nobody");
    }

    @Test
    @Tag("O-4")
    void theLastRunOfASweepIsKeptWithItsOutcome() {
        failing.fails = true;
        assertThatThrownBy(() -> jobs.sweep(FailingSweep.NAME)).isInstanceOf(IllegalStateException.class);
        SweepRun failed = lastRun();
        assertThat(failed.outcome()).isEqualTo(SweepRun.Outcome.FAILED);
        assertThat(failed.reason()).contains("planted");

        failing.fails = false;
        jobs.sweep(FailingSweep.NAME);
        SweepRun done = lastRun();
        assertThat(done.outcome()).isEqualTo(SweepRun.Outcome.DONE);
        assertThat(done.reason()).isNull();
        assertThat(done.duration()).isNotNull();
        assertThat(done.lastDone()).isEqualTo(done.started());
    }

    private SweepRun lastRun() {
        return sweeps.all().stream()
                .filter(run -> run.name().equals(FailingSweep.NAME))
                .findFirst()
                .orElseThrow();
    }
}
