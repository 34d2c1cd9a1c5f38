package fr.pli.exchange.receipt;

import fr.pli.exchange.message.Message;

/** Heard in the transaction that records the negative receipts of a message that ended: once, and only if there are any. */
public record NotCollected(Message message) {}
