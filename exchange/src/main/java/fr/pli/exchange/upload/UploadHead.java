package fr.pli.exchange.upload;

import java.util.UUID;

/**
 * Heard when the first bytes of a file are there and before any of them is kept: whoever does not want what they are
 * throws a refusal.
 *
 * @param mediaType by content; what a later look at the whole file finds may be more precise
 */
public record UploadHead(UUID file, String mediaType) {}
