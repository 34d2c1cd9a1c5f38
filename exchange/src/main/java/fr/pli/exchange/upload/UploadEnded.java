package fr.pli.exchange.upload;

import java.util.UUID;

/** Heard in the transaction that ends an unfinished or unwanted upload: terminated by its owner or abandoned. */
public record UploadEnded(UUID file) {}
