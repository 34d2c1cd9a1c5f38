package fr.pli.ops;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** Reads a file piece by piece for the connection and shows how far it is. */
final class ShipmentProgress implements AutoCloseable {

    private final Choice choice;
    private @Nullable Progress progress;

    ShipmentProgress(Choice choice) {
        this.choice = choice;
    }

    void begin(long offset) {
        if (progress == null) {
            progress = new Progress(choice.name(), offset, choice.length());
        }
    }

    /** The bytes {@code from} on, so many of them. */
    InputStream read(long from, long length) {
        try {
            FileChannel channel = FileChannel.open(choice.source());
            channel.position(from);
            return new Piece(Channels.newInputStream(channel), from, length);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        if (progress != null) {
            progress.end();
        }
    }

    private final class Piece extends FilterInputStream {

        private long at;
        private long left;

        Piece(InputStream in, long from, long length) {
            super(in);
            this.at = from;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = super.read(bytes, offset, (int) Math.min(length, left));
            if (count > 0) {
                at += count;
                left -= count;
                if (progress != null) {
                    progress.at(at);
                }
            }
            return count;
        }
    }
}
