package fr.pli.exchange.attachment;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Archives that clamd alone unpacks. A Zip64 zip in one of them would be called clean without a look; where clamd does
 * not have our signatures of it, they are not believed at all (ADR 0037).
 */
final class Packed {

    /** Bytes of a file's beginning that tell. */
    static final int HEAD = 8;

    private static final List<byte[]> BEGINNINGS = List.of(
            new byte[] {0x1F, (byte) 0x8B},
            "BZh".getBytes(StandardCharsets.US_ASCII),
            new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z', 0},
            new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C},
            "Rar!".getBytes(StandardCharsets.US_ASCII),
            "MSCF".getBytes(StandardCharsets.US_ASCII),
            new byte[] {0x60, (byte) 0xEA});

    private Packed() {}

    static boolean begins(byte[] head) {
        return BEGINNINGS.stream().anyMatch(beginning -> begins(head, beginning));
    }

    private static boolean begins(byte[] head, byte[] beginning) {
        for (int at = 0; at < beginning.length; at++) {
            if (head[at] != beginning[at]) {
                return false;
            }
        }
        return true;
    }
}
