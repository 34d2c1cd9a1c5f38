package fr.pli.exchange.account;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file whose encoding nobody told: what spreadsheets write.
 *
 * @param encoding what was recognised, said on the page of the dry run
 */
record CsvText(String text, Encoding encoding) {

    enum Encoding {
        UTF_8,
        UTF_8_WITH_MARK,
        UTF_16,
        WINDOWS_1252
    }

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static CsvText decode(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return utf8(bytes, Encoding.UTF_8_WITH_MARK);
        }
        if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
            return new CsvText(new String(bytes, StandardCharsets.UTF_16), Encoding.UTF_16);
        }
        return utf8(bytes, Encoding.UTF_8);
    }

    /** Bytes that are not UTF-8 can only be the older encoding of Western Windows. */
    private static CsvText utf8(byte[] bytes, Encoding encoding) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new CsvText(withoutMark(text), encoding);
        } catch (CharacterCodingException notUtf8) {
            return new CsvText(new String(bytes, Charset.forName("windows-1252")), Encoding.WINDOWS_1252);
        }
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
