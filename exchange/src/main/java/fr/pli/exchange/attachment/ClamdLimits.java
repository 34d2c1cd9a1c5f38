package fr.pli.exchange.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The limits clamd was started with, read from its configuration: it does not tell them by its protocol. What a line
 * leaves out has the default of ClamAV 1.4 (clamd.conf(5)).
 *
 * @param largest most bytes of one stream that clamd analyses whole: the smallest of StreamMaxLength, MaxFileSize and
 *     MaxScanSize, and never more than 2,147,483,645, above which clamd answers OK without looking
 * @param scanMillis MaxScanTime; 0 means no limit
 * @param looks whether it looks at everything or says that it did not: it reports what exceeds its limits and what is
 *     encrypted, and keeps no cache of MD5 sums that it calls OK unseen (ADR 0041)
 * @param zip64 whether it has our signatures of Zip64 headers, and so reports those inside what only it unpacks
 */
record ClamdLimits(long largest, long scanMillis, boolean looks, boolean zip64) {

    private static final long CEILING = 2_147_483_645L;

    static ClamdLimits read(Path configuration) throws ClamdTrouble {
        Map<String, String> lines = new HashMap<>();
        try {
            for (String line : Files.readAllLines(configuration)) {
                String[] words = line.strip().split("\\s+", 2);
                if (words.length == 2 && !words[0].startsWith("#")) {
                    lines.put(words[0].toLowerCase(Locale.ROOT), words[1].strip());
                }
            }
            return of(lines);
        } catch (IOException | NumberFormatException unreadable) {
            throw new ClamdTrouble(ClamdTrouble.Kind.CONFIGURATION, configuration.toString(), unreadable);
        }
    }

    private static ClamdLimits of(Map<String, String> lines) {
        long largest = Math.min(
                size(lines.getOrDefault("streammaxlength", "100M")),
                Math.min(
                        size(lines.getOrDefault("maxfilesize", "100M")),
                        size(lines.getOrDefault("maxscansize", "400M"))));
        boolean encrypted =
                on(lines, "alertencrypted") || on(lines, "alertencryptedarchive") && on(lines, "alertencrypteddoc");
        return new ClamdLimits(
                largest,
                Long.parseLong(lines.getOrDefault("maxscantime", "120000")),
                on(lines, "alertexceedsmax") && encrypted && on(lines, "disablecache"),
                false);
    }

    /** The same, as the running clamd was seen to know our signatures or not. */
    ClamdLimits withZip64(boolean seen) {
        return new ClamdLimits(largest, scanMillis, looks, seen);
    }

    /** Zero and less mean « no limit » to clamd, and then its own ceiling holds. */
    private static long size(String text) {
        String unit = text.substring(text.length() - 1).toUpperCase(Locale.ROOT);
        long factor =
                switch (unit) {
                    case "K" -> 1024;
                    case "M" -> 1024 * 1024;
                    case "G" -> 1024 * 1024 * 1024;
                    default -> 1;
                };
        long size = Long.parseLong(factor == 1 ? text : text.substring(0, text.length() - 1)) * factor;
        return size <= 0 ? CEILING : Math.min(size, CEILING);
    }

    private static boolean on(Map<String, String> lines, String name) {
        return switch (lines.getOrDefault(name, "no").toLowerCase(Locale.ROOT)) {
            case "yes", "true", "1" -> true;
            default -> false;
        };
    }
}
