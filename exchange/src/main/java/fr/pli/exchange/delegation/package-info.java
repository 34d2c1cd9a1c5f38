/**
 * « Je laisse Z agir pour moi »: who may act for whom with letters, between which dates. Start reading at
 * {@link fr.pli.exchange.delegation.Delegations}; ADR 0032 says how a request acts for somebody.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "journal", "mail", "account"})
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.delegation;
