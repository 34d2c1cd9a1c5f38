package fr.pli.exchange.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A network that is slow, and can be cut: what comes in on its port goes on to another one of this machine. */
public final class SlowRoad implements AutoCloseable {

    private static final int PIECE = 64 * 1024;

    private final ServerSocket door;
    private final int to;
    private final long pause;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** @param rate bytes a second in each direction of a connection */
    public SlowRoad(int to, long rate) {
        try {
            this.to = to;
            this.pause = Duration.ofSeconds(1).toNanos() * PIECE / rate;
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Breaks every connection that is open now; new ones may be made. */
    public void cut() {
        open.forEach(SlowRoad::closeQuietly);
        open.clear();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
                open.add(near);
                open.add(far);
                Thread.ofVirtual().start(() -> pump(near, far));
                Thread.ofVirtual().start(() -> pump(far, near));
            } catch (IOException closed) {
                // the next one, or the end
            }
        }
    }

    private void pump(Socket from, Socket into) {
        try (from;
                into) {
            InputStream in = from.getInputStream();
            OutputStream out = into.getOutputStream();
            byte[] buffer = new byte[PIECE];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                LockSupport.parkNanos(pause * count / PIECE);
                out.write(buffer, 0, count);
            }
        } catch (IOException gone) {
            // either side hung up
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // that was wanted
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        cut();
    }
}
