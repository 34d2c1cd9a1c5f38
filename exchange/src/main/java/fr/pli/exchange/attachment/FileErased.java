package fr.pli.exchange.attachment;

import java.util.UUID;

/** Heard in the transaction that records that a file's bytes are gone. */
public record FileErased(UUID file) {}
