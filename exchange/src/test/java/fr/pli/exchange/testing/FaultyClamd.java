package fr.pli.exchange.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Stands where clamd should stand and behaves as badly as its script says: cut, silent, nonsense. It injects faults; no
 * test takes a verdict from it.
 */
public final class FaultyClamd implements AutoCloseable {

    private final Path folder;
    private final ServerSocketChannel server;
    private final Script script;

    public FaultyClamd(Script script) {
        try {
            this.script = script;
            this.folder = Files.createTempDirectory("pli-faulty");
            this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket()));
            Thread.ofVirtual().start(this::serve);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Path socket() {
        return folder.resolve("clamd.sock");
    }

    private void serve() {
        while (server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            script.run(new Conversation(client));
        } catch (IOException gone) {
            // the other side hung up: what it thinks of it is the test's business
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(socket());
            Files.deleteIfExists(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What it does with one connection, which is closed afterwards. */
    @FunctionalInterface
    public interface Script {
        void run(Conversation conversation) throws IOException;
    }

    /** One connection. */
    public record Conversation(SocketChannel client) {

        /** Takes so many bytes of what is sent. */
        public void take(int bytes) throws IOException {
            var buffer = ByteBuffer.allocate(bytes);
            while (buffer.hasRemaining() && client.read(buffer) >= 0) {
                // more
            }
        }

        /** Takes all until nothing came for a moment. */
        public void takeStream() throws IOException {
            byte[] last = new byte[4];
            var buffer = ByteBuffer.allocate(64 * 1024);
            for (int count = client.read(buffer); count >= 0; count = client.read(buffer.clear())) {
                int tail = Math.min(4, count);
                System.arraycopy(buffer.array(), count - tail, last, 4 - tail, tail);
                if ((last[0] | last[1] | last[2] | last[3]) == 0) {
                    return;
                }
            }
        }

        /** The next bytes of what is sent, fewer when the other side hangs up. */
        public byte[] read(int bytes) throws IOException {
            var buffer = ByteBuffer.allocate(bytes);
            while (buffer.hasRemaining() && client.read(buffer) >= 0) {
                // more
            }
            return Arrays.copyOf(buffer.array(), buffer.position());
        }

        /** Lets the real one speak: it gets what was read already and all that follows. */
        public void passOn(byte[] begun, Path real) throws IOException {
            try (var other = SocketChannel.open(UnixDomainSocketAddress.of(real))) {
                other.write(ByteBuffer.wrap(begun));
                Thread.ofVirtual().start(() -> pump(client, other));
                pump(other, client);
            }
        }

        private static void pump(SocketChannel from, SocketChannel into) {
            var buffer = ByteBuffer.allocate(64 * 1024);
            try {
                while (from.read(buffer.clear()) >= 0) {
                    buffer.flip();
                    while (buffer.hasRemaining()) {
                        into.write(buffer);
                    }
                }
            } catch (IOException gone) {
                // either side hung up
            }
        }

        public void say(String text) throws IOException {
            client.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
        }

        /** Holds the connection without a word until the other side hangs up. */
        public void stayOpen() throws IOException {
            var buffer = ByteBuffer.allocate(64 * 1024);
            while (client.read(buffer.clear()) >= 0) {
                // silence
            }
        }

        /** Holds the connection without reading from it. */
        public void stall() {
            try {
                Thread.sleep(20_000);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
