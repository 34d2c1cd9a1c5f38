package fr.pli.exchange.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One conversation with clamd. It reads while it writes: clamd answers {@code INSTREAM size limit exceeded. ERROR} and
 * closes while bytes are still on their way, and that answer must not be lost in the broken pipe.
 */
final class ClamdStream implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_REPLY = 4096;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final ClamdSettings settings;
    private final ByteBuffer out = ByteBuffer.allocateDirect(Integer.BYTES + CHUNK);
    private final StringBuilder heard = new StringBuilder();
    private @Nullable String early;

    ClamdStream(SocketChannel channel, ClamdSettings settings) throws ClamdTrouble {
        this.channel = channel;
        this.settings = settings;
        try {
            this.selector = Selector.open();
            this.key = channel.register(selector, 0);
        } catch (IOException failure) {
            throw new ClamdTrouble(ClamdTrouble.Kind.UNREACHABLE, failure.getMessage(), failure);
        }
    }

    void command(String name) throws ClamdTrouble {
        out.clear().put(("z" + name + "\0").getBytes(StandardCharsets.US_ASCII)).flip();
        send();
    }

    /** Gives clamd a piece of the stream; does nothing any more once clamd has refused the rest. */
    void write(byte[] bytes, int offset, int length) throws ClamdTrouble {
        for (int at = offset, end = offset + length; at < end && early == null; ) {
            int size = Math.min(CHUNK, end - at);
            out.clear().putInt(size).put(bytes, at, size).flip();
            send();
            at += size;
        }
    }

    /** Ends the stream and waits for the verdict. */
    ClamdReply finish() throws ClamdTrouble {
        hearEarly();
        if (early == null) {
            out.clear().putInt(0).flip();
            send();
        }
        String refused = early;
        if (refused == null) {
            return ClamdReply.parse(reply(settings.replyTimeout()));
        }
        var reply = ClamdReply.parse(refused);
        if (!reply.refusesSize()) {
            throw new ClamdTrouble(ClamdTrouble.Kind.NONSENSE, "a verdict before the end of the stream");
        }
        return reply;
    }

    /** One reply, without the zero byte that ends it. */
    String reply(Duration timeout) throws ClamdTrouble {
        long end = System.nanoTime() + timeout.toNanos();
        var in = ByteBuffer.allocate(LONGEST_REPLY);
        while (true) {
            int count = read(in.clear());
            if (count < 0) {
                throw new ClamdTrouble(ClamdTrouble.Kind.CUT, heard.isEmpty() ? null : "half a reply");
            }
            for (in.flip(); in.hasRemaining(); ) {
                byte letter = in.get();
                if (letter == 0) {
                    return heard.toString();
                }
                heard.append((char) (letter & 0xFF));
            }
            if (heard.length() > LONGEST_REPLY) {
                throw new ClamdTrouble(ClamdTrouble.Kind.NONSENSE, "a reply without end");
            }
            if (count == 0) {
                await(SelectionKey.OP_READ, end - System.nanoTime());
            }
        }
    }

    private int read(ByteBuffer in) throws ClamdTrouble {
        try {
            return channel.read(in);
        } catch (IOException broken) {
            throw new ClamdTrouble(ClamdTrouble.Kind.CUT, broken.getMessage(), broken);
        }
    }

    private void send() throws ClamdTrouble {
        while (out.hasRemaining()) {
            try {
                if (channel.write(out) > 0) {
                    continue;
                }
            } catch (IOException broken) {
                early = reply(Duration.ZERO);
                return;
            }
            if (await(
                    SelectionKey.OP_READ | SelectionKey.OP_WRITE,
                    settings.writeTimeout().toNanos())) {
                early = reply(settings.writeTimeout());
                return;
            }
        }
    }

    /** Whatever clamd says before it was told that the stream ends is not a verdict about all of it. */
    private void hearEarly() throws ClamdTrouble {
        try {
            key.interestOps(SelectionKey.OP_READ);
            if (early == null && selector.selectNow() > 0) {
                early = reply(settings.writeTimeout());
            }
            selector.selectedKeys().clear();
        } catch (ClamdTrouble trouble) {
            throw trouble;
        } catch (IOException broken) {
            throw new ClamdTrouble(ClamdTrouble.Kind.CUT, broken.getMessage(), broken);
        }
    }

    /** Waits for one of the operations. @return whether something can be read */
    private boolean await(int operations, long nanos) throws ClamdTrouble {
        int ready;
        try {
            key.interestOps(operations);
            ready = nanos <= 0 ? 0 : selector.select(Math.max(1, nanos / 1_000_000));
            selector.selectedKeys().clear();
        } catch (IOException broken) {
            throw new ClamdTrouble(ClamdTrouble.Kind.CUT, broken.getMessage(), broken);
        }
        if (ready > 0) {
            return key.isReadable();
        }
        throw Thread.currentThread().isInterrupted()
                ? new ClamdTrouble(ClamdTrouble.Kind.CUT, "the analysis was interrupted")
                : new ClamdTrouble(ClamdTrouble.Kind.SILENT, null);
    }

    @Override
    public void close() {
        try (selector;
                channel) {
            key.cancel();
        } catch (IOException closing) {
            // the verdict was read or given up: nothing depends on a clean end of the connection
        }
    }
}
