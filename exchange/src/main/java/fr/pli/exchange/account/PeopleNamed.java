package fr.pli.exchange.account;

import java.util.Set;
import java.util.UUID;

/** Heard in the transaction that writes entries of the directory, or names them otherwise: new ones and changed ones. */
public record PeopleNamed(Set<UUID> people) {}
