package fr.pli.exchange.receipt;

import java.util.UUID;

/**
 * A file inside a zip.
 *
 * @param message whose file it is here; says nothing about the bytes of the zip
 * @param path with its folders, separated by "/"
 * @param length in bytes
 * @param sha256 lower-case hex
 */
record ZipMember(UUID message, UUID file, String path, long length, long crc32, String sha256) {

    ZipMember named(String otherPath) {
        return new ZipMember(message, file, otherPath, length, crc32, sha256);
    }
}
