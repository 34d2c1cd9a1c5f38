package fr.pli.exchange.upload;

import java.util.UUID;

/** Heard when somebody comes back to an upload, to look at it, to go on with it or to end it; whoever minds refuses. */
public record UploadResumed(UUID file, UUID owner) {}
