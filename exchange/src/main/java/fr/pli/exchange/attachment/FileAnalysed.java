package fr.pli.exchange.attachment;

/** Heard in the transaction of a verdict, after the file's row was changed. */
public record FileAnalysed(StoredFile file) {}
