package fr.pli.exchange.message;

/** Heard in the transaction in which a message's end of life was recorded. */
public record MessageExpired(Message message) {}
