package fr.pli.exchange.testing;

import fr.pli.exchange.platform.ManualLanes;
import org.springframework.stereotype.Component;

/** The work in the background, done when the test says so, in the test's own thread. */
@Component
public class Jobs {

    private final ManualLanes lanes;

    Jobs(ManualLanes lanes) {
        this.lanes = lanes;
    }

    /** Everything due now in both lanes, tasks and sweeps, until nothing is due. */
    public void run() {
        lanes.runDueTasks();
        lanes.runDueSweeps();
        lanes.runDueTasks();
    }

    /** Tasks only. */
    public void runTasks() {
        lanes.runDueTasks();
    }

    /** One run of one sweep, due or not. */
    public void sweep(String name) {
        lanes.sweep(name);
    }
}
