package fr.pli.exchange.account;

import java.util.UUID;

/** Heard in the transaction in which a person stops being active. */
public record PersonSuspended(UUID person) {}
