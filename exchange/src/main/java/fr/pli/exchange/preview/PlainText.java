package fr.pli.exchange.preview;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The characters of a text file: its charset found out, what would steer the reader's eye or terminal made visible. */
final class PlainText {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private PlainText() {}

    /** @param cut whether {@code bytes} may end within a character */
    static String of(byte[] bytes, boolean cut) {
        return visible(decoded(bytes, cut));
    }

    /** Line ends and tabs stay; other control characters and those that turn the direction of writing are replaced. */
    static String visible(String text) {
        var shown = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            boolean steers = Character.isISOControl(c) && c != '\n' && c != '\t'
                    || c >= 0x202A && c <= 0x202E
                    || c >= 0x2066 && c <= 0x2069
                    || c == 0x200E
                    || c == 0x200F
                    || c >= 0xD800 && c <= 0xDFFF
                    || (c & 0xFFFE) == 0xFFFE;
            shown.appendCodePoint(steers ? 0xFFFD : c);
        });
        return shown.toString();
    }

    private static String decoded(byte[] bytes, boolean cut) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(cut ? wholeCharacters(bytes) : bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, WESTERN);
        }
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Without the first bytes of a character of UTF-8 whose last ones are missing. */
    private static byte[] wholeCharacters(byte[] bytes) {
        int start = bytes.length;
        for (int back = 1; back <= Math.min(3, bytes.length); back++) {
            int b = bytes[bytes.length - back] & 0xFF;
            if (b >= 0xC0) {
                int length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                start = back < length ? bytes.length - back : bytes.length;
                break;
            }
            if (b < 0x80) {
                break;
            }
        }
        return Arrays.copyOf(bytes, start);
    }
}
