package fr.pli.exchange.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one pass over the stored bytes (DESIGN section 3): fingerprint, type and clamd's verdict are about the same clear
 * bytes, read through the seal. A zip is read a second time, member by member (ADR 0022).
 */
@Component
final class AnalysisPass {

    private final ClamdClient clamd;
    private final MediaTypes types;
    private final AnalysisSettings settings;

    AnalysisPass(ClamdClient clamd, MediaTypes types, AnalysisSettings settings) {
        this.clamd = clamd;
        this.types = types;
        this.settings = settings;
    }

    /**
     * @param limits of clamd, null when clamd is known to be away: then only the fingerprint is made
     * @param part of clamd's temporary folder that the pass may fill
     * @throws AnalysisShare.BusyException when there is no room for it now
     */
    AnalysisFindings read(Content content, @Nullable ClamdLimits limits, AnalysisShare.Part part) throws IOException {
        var zip = Zip.in(content, settings.zip().members());
        boolean whole =
                zip.directory() == null || content.length() <= settings.zip().whole();
        if (limits == null) {
            return findings(Fingerprint.of(content, AnalysisPass::nowhere), zip, null, null);
        }
        Wall wall = () -> new ClamdScan(clamd.stream(), limits, part);
        if (!whole) {
            Fingerprint fingerprint = Fingerprint.of(content, AnalysisPass::nowhere);
            return concluded(fingerprint, zip, () -> walked(content, zip, wall, null));
        }
        part.cover(Math.min(content.length(), limits.largest()));
        try (var tap = new Tap(wall)) {
            Fingerprint fingerprint = Fingerprint.of(content, tap);
            return concluded(fingerprint, zip, () -> walked(content, zip, wall, tap.verdict()));
        }
    }

    private AnalysisFindings concluded(Fingerprint fingerprint, Zip zip, Conclusion conclusion) throws IOException {
        try {
            return findings(fingerprint, zip, conclusion.verdict(), null);
        } catch (ClamdTrouble trouble) {
            return findings(fingerprint, zip, null, trouble);
        }
    }

    private AnalysisFindings findings(
            Fingerprint print, Zip zip, @Nullable Verdict verdict, @Nullable ClamdTrouble trouble) {
        String type = types.detect(print.head(), print.headLength(), zip.directory());
        return new AnalysisFindings(print.sha256Hex(), print.crc32Value(), type, verdict, trouble);
    }

    /**
     * The verdict about a whole: what clamd said of the raw bytes, if it was asked, and what it said of each member.
     * Where the walk accounted for every byte, it is nothing that clamd's own unpacking met one of its limits. Where it
     * did not, the raw bytes must pass as they are.
     */
    private Verdict walked(Content content, Zip zip, Wall wall, @Nullable Verdict raw) throws IOException {
        ZipDirectory directory = zip.directory();
        if (directory == null) {
            Verdict verdict = raw == null ? raw(content, wall) : raw;
            return zip.fault() == null ? verdict : verdict.and(Verdict.of(zip.fault()));
        }
        if (raw != null && raw.is(FileState.INFECTED)) {
            return raw;
        }
        var budget = new AnalysisBudget(settings.zip(), content.length());
        var findings =
                new ZipWalk((head, length, rest) -> member(wall, head, length, rest), budget).walk(content, directory);
        if (findings.verdict().is(FileState.INFECTED)) {
            return findings.verdict();
        }
        if (!findings.exact()) {
            return findings.verdict().and(raw == null ? raw(content, wall) : raw);
        }
        return raw == null || limited(raw)
                ? findings.verdict()
                : findings.verdict().and(raw);
    }

    private static boolean limited(Verdict raw) {
        return raw.is(FileState.UNSCANNABLE)
                && !raw.equals(Verdict.of(Unscannable.ENCRYPTED))
                && !raw.equals(Verdict.of(Unscannable.ENCRYPTED_DOCUMENT));
    }

    private static Verdict raw(Content content, Wall wall) throws IOException {
        try (ClamdScan scan = wall.open()) {
            content.read(0, content.length(), scan::write);
            return scan.verdict();
        }
    }

    private static Verdict member(Wall wall, byte[] head, int length, InputStream rest) throws IOException {
        if (length == 0) {
            return Verdict.CLEAN;
        }
        try (ClamdScan scan = wall.open()) {
            scan.write(head, 0, length);
            byte[] buffer = new byte[64 * 1024];
            for (int count = rest.read(buffer); count >= 0; count = rest.read(buffer)) {
                scan.write(buffer, 0, count);
            }
            return scan.verdict();
        }
    }

    private static void nowhere(byte[] bytes, int offset, int length) {
        // only the fingerprint is wanted
    }

    /** Opens a stream to clamd. */
    @FunctionalInterface
    private interface Wall {
        ClamdScan open() throws ClamdTrouble;
    }

    @FunctionalInterface
    private interface Conclusion {
        Verdict verdict() throws IOException;
    }

    /** Whether the content is a zip, and if so whether it can be walked. */
    private record Zip(
            @Nullable ZipDirectory directory, @Nullable Unscannable fault) {

        static Zip in(Content content, int members) throws IOException {
            try {
                Optional<ZipDirectory> found = ZipDirectory.find(content, members);
                return new Zip(found.orElse(null), null);
            } catch (ZipFault fault) {
                return new Zip(null, fault.why());
            }
        }
    }

    /** Hands the stream on to clamd until clamd fails: the fingerprint is wanted all the same. */
    private static final class Tap implements Content.Sink, AutoCloseable {

        private @Nullable ClamdScan scan;
        private @Nullable ClamdTrouble trouble;

        Tap(Wall wall) {
            try {
                scan = wall.open();
            } catch (ClamdTrouble unreachable) {
                trouble = unreachable;
            }
        }

        @Override
        public void accept(byte[] bytes, int offset, int length) throws IOException {
            if (scan != null && trouble == null) {
                try {
                    scan.write(bytes, offset, length);
                } catch (ClamdTrouble failed) {
                    trouble = failed;
                }
            }
        }

        Verdict verdict() throws ClamdTrouble {
            if (trouble != null || scan == null) {
                throw trouble == null ? new ClamdTrouble(ClamdTrouble.Kind.UNREACHABLE, null) : trouble;
            }
            return scan.verdict();
        }

        @Override
        public void close() {
            if (scan != null) {
                scan.close();
            }
        }
    }
}
