package fr.pli.exchange.attachment;

/**
 * What the archives inside one file may cost altogether (U-5): an archive bomb is small on disk and nothing else. One
 * instance for one pass.
 */
final class AnalysisBudget {

    /** Below this an archive may unpack at any ratio: it cannot hurt. */
    private static final long HARMLESS = 64L << 20;

    private final AnalysisSettings.Zip bounds;
    private final long fileLength;
    private long unpacked;
    private int members;

    AnalysisBudget(AnalysisSettings.Zip bounds, long fileLength) {
        this.bounds = bounds;
        this.fileLength = fileLength;
    }

    void member() throws ZipFault {
        if (++members > bounds.members()) {
            throw new ZipFault(Unscannable.TOO_MANY_MEMBERS, members + " members");
        }
    }

    void unpacked(int count) throws ZipFault {
        unpacked += count;
        if (unpacked > HARMLESS && unpacked / bounds.ratio() > fileLength) {
            throw new ZipFault(Unscannable.BOMB, "unpacks to more than " + bounds.ratio() + " times its size");
        }
        if (unpacked > bounds.total()) {
            throw new ZipFault(Unscannable.TOO_LARGE, "unpacks to more than " + bounds.total() + " bytes");
        }
    }

    boolean mayNest(int depth) {
        return depth < bounds.depth();
    }
}
