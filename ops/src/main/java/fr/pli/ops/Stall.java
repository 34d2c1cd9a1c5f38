package fr.pli.ops;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/** Closes a connection on which nothing came for a minute: a network that is gone says nothing. */
final class Stall implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Thread watch;
    private volatile long last = System.nanoTime();

    Stall(Closeable connection) {
        this.watch = Thread.ofVirtual().start(() -> watch(connection));
    }

    void progress() {
        last = System.nanoTime();
    }

    private void watch(Closeable connection) {
        try {
            while (System.nanoTime() - last < LONGEST.toNanos()) {
                Thread.sleep(Duration.ofSeconds(1));
            }
            connection.close();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (IOException alreadyClosed) {
            // that was wanted
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
