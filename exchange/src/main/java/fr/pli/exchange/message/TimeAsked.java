package fr.pli.exchange.message;

/** Heard in the transaction in which a recipient asked for more time. */
public record TimeAsked(Message message, TimeRequest request) {}
