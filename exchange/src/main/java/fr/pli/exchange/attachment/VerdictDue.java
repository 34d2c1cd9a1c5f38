package fr.pli.exchange.attachment;

import java.util.UUID;

/** Heard first in the transaction of a verdict: whoever can complete something by it takes its locks now, before the file's. */
public record VerdictDue(UUID file) {}
