package fr.pli.exchange.upload;

import java.util.UUID;

/**
 * Heard in the transaction that creates an upload. Whoever owns {@code container} attaches the file, or throws a
 * refusal and nothing is created.
 *
 * @param container id of the draft the file is for, as the client named it
 * @param path file name with the folders it was dropped with, separated by "/", already normalised; never a path of
 *     the file system
 * @param length in bytes, at least 1
 */
public record UploadCreated(UUID file, UUID owner, UUID container, String path, long length) {}
