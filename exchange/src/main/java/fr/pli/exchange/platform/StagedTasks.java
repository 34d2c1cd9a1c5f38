package fr.pli.exchange.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes the rows in the current transaction and, after its commit, wakes this node's scheduler for what is due. */
@Component
class StagedTasks implements Tasks {

    private final Lanes lanes;
    private final Clock clock;

    StagedTasks(Lanes lanes, Clock clock) {
        this.lanes = lanes;
        this.clock = clock;
    }

    @Override
    public void stage(String task, String id, Instant when) {
        stageAll(task, List.of(id), when);
    }

    @Override
    public void stageAll(String task, Collection<String> ids, Instant when) {
        Lane lane = lanes.laneOf(task);
        lane.table().stage(task, ids, when);
        wake(lane, when);
    }

    @Override
    public void restage(String task, String id, Instant when) {
        Lane lane = lanes.laneOf(task);
        lane.table().restage(task, id, when);
        wake(lane, when);
    }

    @Override
    public void cancel(String task, String id) {
        lanes.laneOf(task).table().cancel(task, id);
    }

    private void wake(Lane lane, Instant when) {
        if (when.isAfter(clock.instant())) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            lane.wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                lane.wake();
            }
        });
    }
}
