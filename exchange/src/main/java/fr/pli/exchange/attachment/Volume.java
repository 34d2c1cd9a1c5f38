package fr.pli.exchange.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a folder lies on, as Linux tells it.
 *
 * @param type of its file system
 * @param encrypted whether dm-crypt is below it
 */
record Volume(String type, boolean encrypted) {

    static Volume of(Path folder) throws IOException {
        var store = Files.getFileStore(folder);
        return new Volume(store.type(), crypt(Path.of(store.name()), 0));
    }

    /** Lies in memory: nothing of it outlives the machine's power, if swap is off or encrypted. */
    boolean memory() {
        return type.equals("tmpfs") || type.equals("ramfs");
    }

    /** A device-mapper device says in its uuid what it is; a logical volume may lie on an encrypted one. */
    private static boolean crypt(Path device, int depth) throws IOException {
        if (!Files.exists(device) || depth > 4) {
            return false;
        }
        Path block =
                Path.of("/sys/class/block", device.toRealPath().getFileName().toString());
        Path uuid = block.resolve("dm/uuid");
        if (Files.isReadable(uuid) && Files.readString(uuid).startsWith("CRYPT-")) {
            return true;
        }
        if (!Files.isDirectory(block.resolve("slaves"))) {
            return false;
        }
        try (var below = Files.newDirectoryStream(block.resolve("slaves"))) {
            for (Path slave : below) {
                if (crypt(Path.of("/dev").resolve(slave.getFileName()), depth + 1)) {
                    return true;
                }
            }
        }
        return false;
    }
}
