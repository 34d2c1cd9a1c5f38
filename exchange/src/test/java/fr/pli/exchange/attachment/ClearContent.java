package fr.pli.exchange.attachment;

import java.io.IOException;

/** Bytes in memory as the content of a stored file. */
record ClearContent(byte[] bytes) implements Content {

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public void read(long from, long to, Sink sink) throws IOException {
        for (long at = from; at < to; at += 64 * 1024) {
            sink.accept(bytes, (int) at, (int) Math.min(64 * 1024, to - at));
        }
    }

    @Override
    public void close() {}
}
