package fr.pli.exchange.message;

/** Heard in the transaction in which its sender deleted a message; recipients have lost access. */
public record MessageDeleted(Message message) {}
