package fr.pli.exchange.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/**
 * Asks clamd whether it would rather say OK than look: two harmless zips, one with an encrypted member, one nested
 * deeper than clamd ever goes, must both be reported. So AlertEncrypted and AlertExceedsMax are known of the running
 * daemon, not of its configuration alone; DisableCache is known of that only. A third one, a packed zip with a Zip64 header, tells whether it has our
 * signatures (ADR 0037); without them packed archives are refused.
 */
@Component
final class ClamdCheck {

    /** clamd's MaxRecursion cannot exceed 100. */
    private static final int TOO_DEEP = 101;

    private final ClamdClient client;
    private final ClamdSettings settings;
    private final byte[] encrypted = encrypted();
    private final byte[] deep = deep();
    private final byte[] zip64 = zip64();

    ClamdCheck(ClamdClient client, ClamdSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /** @throws ClamdTrouble when clamd cannot be used now, or not be trusted */
    Answer check() throws ClamdTrouble {
        ClamdLimits limits = ClamdLimits.read(settings.configuration());
        ClamdVersion version = client.version();
        if (!limits.looks() || !said(encrypted, Unscannable.ENCRYPTED) || !said(deep, Unscannable.NESTED_TOO_DEEP)) {
            throw new ClamdTrouble(
                    ClamdTrouble.Kind.WEAK, "AlertExceedsMax, AlertEncrypted and DisableCache must be on");
        }
        return new Answer(version, limits.withZip64(said(zip64, Unscannable.UNSUPPORTED)));
    }

    private boolean said(byte[] bytes, Unscannable expected) throws ClamdTrouble {
        try (ClamdStream stream = client.stream()) {
            stream.write(bytes, 0, bytes.length);
            return stream.finish().verdict().equals(Verdict.of(expected));
        }
    }

    private static byte[] encrypted() {
        byte[] zip = zip(new byte[64]);
        zip[6] |= 1;
        for (int at = 0; at < zip.length - 8; at++) {
            if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1) {
                zip[at + 8] |= 1;
            }
        }
        return zip;
    }

    private static byte[] deep() {
        byte[] zip = zip(new byte[1]);
        for (int level = 1; level < TOO_DEEP; level++) {
            zip = zip(zip);
        }
        return zip;
    }

    /** Packed, so that clamd alone can see what is inside. */
    private static byte[] zip64() {
        byte[] zip = zip(new byte[64]);
        for (int at = 18; at < 26; at++) {
            zip[at] = (byte) 0xFF;
        }
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write(zip);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var member = new ZipEntry("a");
            member.setMethod(ZipEntry.STORED);
            member.setSize(content.length);
            var crc = new CRC32();
            crc.update(content);
            member.setCrc(crc.getValue());
            member.setTime(0);
            zip.putNextEntry(member);
            zip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** What clamd said of itself, and the limits it was started with. */
    record Answer(ClamdVersion version, ClamdLimits limits) {}
}
