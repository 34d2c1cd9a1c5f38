package fr.pli.exchange.message;

/** Heard in the transaction in which a message was made available. */
public record MessageSent(Message message) {}
