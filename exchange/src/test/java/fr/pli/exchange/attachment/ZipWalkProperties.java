package fr.pli.exchange.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a zip looks like: the walk ends, with a verdict, and sees every member's bytes or says that it did not. */
@Tag("U-5")
class ZipWalkProperties {

    private static final AnalysisSettings.Zip BOUNDS = new AnalysisSettings.Zip(0, 1000, 3, 200, 10_000_000);

    @Property(tries = 300)
    void everyMemberIsSeenWhole(@ForAll @Size(max = 6) List<byte @Size(max = 3000) []> contents) throws IOException {
        var names = new ArrayList<Object>();
        for (int i = 0; i < contents.size(); i++) {
            names.add("m" + i);
            names.add(plain(contents.get(i)));
        }
        byte[] zip = Zips.ordinary(names.toArray());
        var seen = new ArrayList<byte[]>();

        ZipWalk.Findings direct = walk(zip, seen);
        walk(Zips.ordinary("inner.zip", zip), seen);

        assertThat(direct).isEqualTo(new ZipWalk.Findings(Verdict.CLEAN, true));
        assertThat(seen).hasSize(2 * contents.size());
        for (int i = 0; i < contents.size(); i++) {
            assertThat(seen.get(i)).isEqualTo(plain(contents.get(i)));
            assertThat(seen.get(contents.size() + i)).isEqualTo(plain(contents.get(i)));
        }
    }

    @Property(tries = 2000)
    void aZipWithOneByteChangedNeverHidesAMember(
            @ForAll @IntRange(min = 0, max = 100_000) int where, @ForAll byte what, @ForAll boolean nested)
            throws IOException {
        byte[] secret = Zips.bytes("le contenu que tout programme verrait");
        byte[] zip = new Zips()
                .stored("a", secret)
                .zip64("b", secret)
                .storedWithDescriptor("c", secret)
                .build();
        byte[] changed = zip.clone();
        changed[where % zip.length] = what;
        var seen = new ArrayList<byte[]>();

        ZipWalk.Findings findings = nested ? walk(Zips.ordinary("n.zip", changed), seen) : walk(changed, seen);

        if (findings.exact() && findings.verdict().is(FileState.CLEAN) && !nested) {
            assertThat(seen).hasSize(3);
        }
    }

    /** Content that would itself be taken for a zip is another test's. */
    private static byte[] plain(byte[] content) {
        return Zips.joined(new byte[] {'.'}, content);
    }

    private static ZipWalk.Findings walk(byte[] bytes, List<byte[]> seen) throws IOException {
        var content = new ClearContent(bytes);
        ZipWalk.Scanner scanner = (head, length, rest) -> {
            var member = new ByteArrayOutputStream();
            member.write(head, 0, length);
            member.writeBytes(rest.readAllBytes());
            seen.add(member.toByteArray());
            return Verdict.CLEAN;
        };
        try {
            var directory = ZipDirectory.find(content, BOUNDS.members());
            return directory.isPresent()
                    ? new ZipWalk(scanner, new AnalysisBudget(BOUNDS, bytes.length)).walk(content, directory.get())
                    : new ZipWalk.Findings(Verdict.CLEAN, false);
        } catch (ZipFault fault) {
            return new ZipWalk.Findings(Verdict.of(fault.why()), false);
        }
    }
}
