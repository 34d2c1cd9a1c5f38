package fr.pli.exchange.account;

import java.util.UUID;

/** Heard in the transaction in which somebody becomes a member of an office. */
public record OfficeJoined(UUID office, UUID person) {}
