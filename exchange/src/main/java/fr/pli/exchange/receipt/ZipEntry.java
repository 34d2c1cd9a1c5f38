package fr.pli.exchange.receipt;

import java.util.UUID;

/**
 * A file of a message as it is to lie in a zip of several messages (U-9).
 *
 * @param path with its folders, separated by "/"
 */
public record ZipEntry(UUID message, UUID file, String path) {}
