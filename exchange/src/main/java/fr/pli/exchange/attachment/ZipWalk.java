package fr.pli.exchange.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Walks the members of a zip one after the other, in the order of their bytes, and hands each one's unpacked bytes to
 * the scanner: none is held, none is written anywhere. Zips within zips are walked as they stream by.
 *
 * <p>The stored zip is walked along its directory, which was read before. A nested one cannot be read from its end: its
 * members are taken as they come and its directory, which follows them, must then tell exactly the same.
 */
final class ZipWalk {

    private final Scanner scanner;
    private final AnalysisBudget budget;
    private Verdict verdict = Verdict.CLEAN;

    ZipWalk(Scanner scanner, AnalysisBudget budget) {
        this.scanner = scanner;
        this.budget = budget;
    }

    /** Walks the stored zip. Stops at the first infected member. */
    Findings walk(Content content, ZipDirectory directory) throws IOException {
        boolean exact = directory.exact();
        try {
            var in = new ZipInput(new ContentInput(content, 0, content.length()));
            for (ZipRecord central : directory.members()) {
                if (central.offset() < in.position() || central.offset() >= directory.start()) {
                    throw ZipFault.malformed("members that overlap");
                }
                exact &= central.offset() == in.position();
                in.skip(central.offset() - in.position());
                if (in.u32() != ZipRecord.LOCAL) {
                    throw ZipFault.malformed("no member where the directory says");
                }
                member(in, central, central.offset(), 0);
                if (verdict.is(FileState.INFECTED)) {
                    return new Findings(verdict, exact);
                }
            }
            if (in.position() > directory.start()) {
                throw ZipFault.malformed("members that overlap the directory");
            }
            exact &= in.position() == directory.start();
        } catch (ZipFault fault) {
            verdict = verdict.and(Verdict.of(fault.why()));
            exact = false;
        }
        return new Findings(verdict, exact);
    }

    /** Walks a nested zip whose first bytes are {@code head}, to the end of {@code rest}. */
    private void nested(byte[] head, int length, InputStream rest, int depth) throws IOException {
        var in = new ZipInput(head, length, rest);
        Map<Long, ZipRecord> walked = new HashMap<>();
        long offset = 0;
        long signature = in.u32();
        while (signature == ZipRecord.LOCAL && !verdict.is(FileState.INFECTED)) {
            walked.put(offset, member(in, null, offset, depth));
            offset = in.position();
            signature = in.u32();
        }
        if (!verdict.is(FileState.INFECTED)) {
            directory(in, signature, walked);
        }
    }

    private static void directory(ZipInput in, long first, Map<Long, ZipRecord> walked) throws IOException {
        long signature = first;
        for (; signature == ZipRecord.CENTRAL; signature = in.u32()) {
            ZipRecord central = ZipRecord.central(in);
            ZipRecord local = walked.remove(central.offset());
            if (local == null
                    || !local.agrees(central)
                    || local.crc() != central.crc()
                    || local.size() != central.size()) {
                throw ZipFault.malformed("a nested directory that tells of other members");
            }
        }
        if (signature == ZipRecord.END_64) {
            in.skip(in.u64());
            signature = in.u32();
        }
        if (signature == ZipRecord.LOCATOR_64) {
            in.skip(16);
            signature = in.u32();
        }
        if (signature != ZipRecord.END || !walked.isEmpty()) {
            throw ZipFault.malformed("a nested zip without a whole directory");
        }
        in.skip(16);
        in.bytes(in.u16());
        if (!in.ended()) {
            throw ZipFault.malformed("something behind a nested zip");
        }
    }

    private ZipRecord member(ZipInput in, @Nullable ZipRecord central, long offset, int depth) throws IOException {
        budget.member();
        ZipRecord local = ZipRecord.local(in, offset);
        if (central != null && !local.agrees(central)) {
            throw ZipFault.malformed("a member and the directory differ");
        }
        if (local.encrypted()) {
            verdict = verdict.and(Verdict.of(Unscannable.ENCRYPTED));
            return skipped(in, local, central);
        }
        return switch (local.method()) {
            case ZipRecord.STORED -> unpack(in, local, central, null, depth);
            case ZipRecord.DEFLATED -> {
                var inflater = new Inflater(true);
                try {
                    yield unpack(in, local, central, inflater, depth);
                } finally {
                    inflater.end();
                }
            }
            default -> {
                verdict = verdict.and(Verdict.of(Unscannable.UNSUPPORTED));
                yield skipped(in, local, central);
            }
        };
    }

    /** Passes over a member that cannot be unpacked; its data descriptor, if any, is passed over as a gap. */
    private static ZipRecord skipped(ZipInput in, ZipRecord local, @Nullable ZipRecord central) throws IOException {
        in.skip(local.packedIn(central));
        return local;
    }

    private ZipRecord unpack(
            ZipInput in, ZipRecord local, @Nullable ZipRecord central, @Nullable Inflater inflater, int depth)
            throws IOException {
        var member = new ZipMember(in, local, central, inflater, budget);
        byte[] head = new byte[8 * 1024];
        int length = member.readNBytes(head, 0, head.length);
        if (isZip(head, length) && budget.mayNest(depth + 1)) {
            nested(head, length, member, depth + 1);
        } else {
            if (isZip(head, length)) {
                verdict = verdict.and(Verdict.of(Unscannable.NESTED_TOO_DEEP));
            }
            verdict = verdict.and(scanner.scan(head, length, member));
        }
        drain(member);
        return member.found();
    }

    private void drain(InputStream member) throws IOException {
        byte[] rest = new byte[8 * 1024];
        while (!verdict.is(FileState.INFECTED) && member.read(rest, 0, rest.length) >= 0) {
            // to its end, where it compares itself with its headers
        }
    }

    private static boolean isZip(byte[] head, int length) {
        return length >= 4
                && head[0] == 'P'
                && head[1] == 'K'
                && (head[2] == 3 && head[3] == 4 || head[2] == 5 && head[3] == 6);
    }

    /**
     * @param exact whether every byte of the file was accounted for and every member could be looked at in its order
     */
    record Findings(Verdict verdict, boolean exact) {}

    /** Has bytes analysed that are no zip: the head, then the rest to its end. */
    @FunctionalInterface
    interface Scanner {
        Verdict scan(byte[] head, int length, InputStream rest) throws IOException;
    }
}
