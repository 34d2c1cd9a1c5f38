package fr.pli.exchange.message;

/** Heard in the transaction in which a sending that waited went back to the drafts. */
public record MessageBlocked(Message message) {}
