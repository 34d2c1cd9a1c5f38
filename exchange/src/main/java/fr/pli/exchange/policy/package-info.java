/**
 * The page on which administrators decide what may change while the service runs (O-1, X-12). Each feature says what can
 * be decided of it, by a {@link fr.pli.exchange.platform.PolicySource}. Start reading at
 * {@link fr.pli.exchange.policy.PolicyDesk}; ADR 0033 says what is a policy and what a setting.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "journal", "account"})
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.policy;
