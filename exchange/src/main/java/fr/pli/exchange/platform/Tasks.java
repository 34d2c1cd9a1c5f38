package fr.pli.exchange.platform;

import java.time.Instant;
import java.util.Collection;

/** Stages {@link Task}s in the current transaction; staging the same task and id again is harmless. */
public interface Tasks {

    /** Runs {@code task} about {@code id} at {@code when} or soon after; a run already staged keeps its time. */
    void stage(String task, String id, Instant when);

    /** As {@link #stage}, about each of these. */
    void stageAll(String task, Collection<String> ids, Instant when);

    /** As {@link #stage}, but a run already staged (and not under way) is moved to {@code when}. */
    void restage(String task, String id, Instant when);

    /** Forgets a staged run, if there is one. */
    void cancel(String task, String id);
}
