package fr.pli.exchange.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.ParseContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what a file is from its first bytes, never from its name or from what the sender says (U-7). */
@Component
final class MediaTypes {

    /** How many first bytes are looked at. */
    static final int HEAD = 64 * 1024;

    static final Set<String> UNREFINED = Set.of("application/zip", "application/x-tika-ooxml");

    private final Detector detector = MimeTypes.getDefaultMimeTypes();

    /** The media type, such as {@code application/pdf}; {@code application/octet-stream} when nothing tells. */
    String detect(byte[] head, int length, @Nullable ZipDirectory zip) {
        try (var in = TikaInputStream.get(Arrays.copyOf(head, length))) {
            String type = detector.detect(in, new Metadata(), new ParseContext())
                    .getBaseType()
                    .toString();
            return zip != null && UNREFINED.contains(type) ? refined(zip) : type;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Office documents (ECMA-376) and Java archives are zips that only their members tell apart. */
    private static String refined(ZipDirectory zip) {
        if (zip.hints().contains(ZipRecord.Hint.OPEN_XML)) {
            if (zip.hints().contains(ZipRecord.Hint.WORD)) {
                return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            }
            if (zip.hints().contains(ZipRecord.Hint.EXCEL)) {
                return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            }
            if (zip.hints().contains(ZipRecord.Hint.POWERPOINT)) {
                return "application/vnd.openxmlformats-officedocument.presentationml.presentation";
            }
        }
        return zip.hints().contains(ZipRecord.Hint.JAVA) ? "application/java-archive" : "application/zip";
    }
}
