package fr.pli.exchange.certificate;

import java.util.UUID;

/** Heard in the transaction in which somebody's registration is confirmed (C-3). @param contact what they said of themselves */
public record Registered(UUID person, Registrations.Contact contact) {}
