package fr.pli.exchange.attachment;

import java.io.IOException;
import java.time.Duration;

/**
 * One stream before clamd. Where clamd is known to answer {@code OK} without having looked (DESIGN section 3), it is
 * not asked, or not believed.
 */
final class ClamdScan implements AutoCloseable {

    private final ClamdStream stream;
    private final ClamdLimits limits;
    private final AnalysisShare.Part part;
    private final Zip64Spotter spotter = new Zip64Spotter();
    private final byte[] head = new byte[Packed.HEAD];
    private long length;

    ClamdScan(ClamdStream stream, ClamdLimits limits, AnalysisShare.Part part) {
        this.stream = stream;
        this.limits = limits;
        this.part = part;
    }

    void write(byte[] bytes, int offset, int count) throws IOException {
        if (length < head.length) {
            System.arraycopy(bytes, offset, head, (int) length, (int) Math.min(count, head.length - length));
        }
        length += count;
        if (length <= limits.largest()) {
            part.cover(length);
            spotter.look(bytes, offset, count);
            stream.write(bytes, offset, count);
        }
    }

    Verdict verdict() throws ClamdTrouble {
        if (length > limits.largest()) {
            return Verdict.of(Unscannable.TOO_LARGE);
        }
        long begin = System.nanoTime();
        Verdict verdict = stream.finish().verdict();
        if (!verdict.is(FileState.CLEAN)) {
            return verdict;
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        if (limits.scanMillis() > 0 && taken.toMillis() > limits.scanMillis()) {
            return Verdict.of(Unscannable.TOO_LONG);
        }
        return spotter.found() || !limits.zip64() && Packed.begins(head)
                ? Verdict.of(Unscannable.UNSUPPORTED)
                : verdict;
    }

    @Override
    public void close() {
        stream.close();
    }
}
