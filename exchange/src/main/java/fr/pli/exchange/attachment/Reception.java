package fr.pli.exchange.attachment;

import java.util.UUID;

/** Takes in the bytes of files that are not complete yet (U-2, U-3). */
public interface Reception {

    /**
     * Begins to write at the end of what is recorded.
     *
     * @param epoch of the request: no two requests about a file have the same
     * @param whole whether all is recorded at {@link Incoming#finish} or nothing (checked content)
     * @param fence called first in each transaction that records bytes; throws when the request was overtaken
     * @throws fr.pli.exchange.platform.RefusedException when the file is unknown, complete or ended, the offset is not
     *     the recorded one, or the store is full
     */
    Incoming receive(UUID file, long offset, long epoch, boolean whole, Runnable fence);

    /** Refuses when {@code length} more bytes would not leave the reserve of the disk free. */
    void requireRoom(long length);
}
