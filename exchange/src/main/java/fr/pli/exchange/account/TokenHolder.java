package fr.pli.exchange.account;

import java.util.Set;
import java.util.UUID;

/**
 * Somebody signed in by an API token.
 *
 * @param token the token's id, never its secret
 */
public record TokenHolder(Person person, UUID token, Set<Scope> scopes) {}
