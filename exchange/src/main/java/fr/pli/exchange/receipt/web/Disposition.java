package fr.pli.exchange.receipt.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/**
 * The Content-Disposition of a download, whatever its name holds: a plain one that any client reads and cannot
 * misread, and the true one beside it (RFC 6266, RFC 8187).
 */
final class Disposition {

    /** The attr-char of RFC 8187 besides letters and digits. */
    private static final String ATTRIBUTE = "!#$&+-.^_`|~";

    private Disposition() {}

    static String attachment(String name) {
        String safe = name.replaceAll("[\\p{Cntrl}/\\\\]", "_");
        return "attachment; filename=\"" + plain(safe) + "\"; filename*=UTF-8''" + encoded(safe);
    }

    private static String plain(String name) {
        var plain = new StringBuilder();
        name.codePoints().forEach(c -> plain.append(c < 0x20 || c > 0x7e || "\"%;".indexOf(c) >= 0 ? '_' : (char) c));
        return plain.toString();
    }

    private static String encoded(String name) {
        var encoded = new StringBuilder();
        for (byte b : name.getBytes(UTF_8)) {
            char c = (char) (b & 0xff);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || ATTRIBUTE.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return encoded.toString();
    }
}
