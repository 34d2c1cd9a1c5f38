package fr.pli.exchange.account;

import java.util.UUID;

/** Heard in the transaction in which somebody has left for good, by an administrator's hand or as they declared. */
public record PersonDeparted(UUID person) {}
