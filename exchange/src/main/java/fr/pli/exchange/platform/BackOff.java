package fr.pli.exchange.platform;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;

/** After a failure: 5 seconds, doubling to 5 minutes, for ever. */
final class BackOff implements FailureHandler<Void> {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** 5 s × 2^6 is beyond the longest. */
    private static final int DOUBLINGS = 6;

    @Override
    public void onFailure(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        operations.reschedule(
                complete, complete.getTimeDone().plus(after(complete.getExecution().consecutiveFailures)));
    }

    static Duration after(int failuresBefore) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(failuresBefore, DOUBLINGS));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
