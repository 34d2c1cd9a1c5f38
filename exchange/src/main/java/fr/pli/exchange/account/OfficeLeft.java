package fr.pli.exchange.account;

import java.util.UUID;

/** Heard in the transaction in which somebody stops being a member of an office. */
public record OfficeLeft(UUID office, UUID person) {}
