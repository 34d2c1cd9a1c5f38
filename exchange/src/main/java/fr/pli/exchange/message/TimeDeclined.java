package fr.pli.exchange.message;

/** Heard in the transaction in which the sender declined to give more time. */
public record TimeDeclined(Message message, TimeRequest request) {}
