package fr.pli.exchange.message;

/** Heard in the transaction in which « Envoyer » was pressed; the right to post has just been decided (E-4). */
public record MessageQueued(Message message) {}
