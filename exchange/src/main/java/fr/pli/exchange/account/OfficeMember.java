package fr.pli.exchange.account;

import java.time.Instant;

/** A present member of an office. */
public record OfficeMember(Person person, Instant since) {}
