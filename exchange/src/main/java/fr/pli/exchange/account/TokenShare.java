package fr.pli.exchange.account;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntToLongFunction;

/** What this node has taken of a token's calls of one minute and not used yet. */
final class TokenShare {

    private final ReentrantLock lock = new ReentrantLock();
    private final int parts;

    private volatile long minute;
    private int left;
    /** Calls that nobody has taken yet, as far as this node knows. */
    private int untaken;

    TokenShare(int parts) {
        this.parts = parts;
    }

    boolean before(long now) {
        return minute < now;
    }

    /**
     * Uses one call; whoever comes while more are taken waits for them.
     *
     * @param take so many calls; answers how many all nodes have taken by then in this minute
     * @return calls left in this minute, negative when this one is one too many
     */
    int use(long now, int limit, IntToLongFunction take) {
        lock.lock();
        try {
            if (minute != now) {
                minute = now;
                left = 0;
                untaken = limit;
            }
            if (left == 0 && untaken > 0) {
                int calls = Math.max(1, limit / parts);
                long taken = take.applyAsLong(calls);
                left = Math.clamp(limit - (taken - calls), 0, calls);
                untaken = Math.clamp(limit - taken, 0, limit);
            }
            return left == 0 ? -1 : --left + untaken;
        } finally {
            lock.unlock();
        }
    }
}
