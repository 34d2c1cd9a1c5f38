/**
 * The append-only journal of facts. Start reading at {@link fr.pli.exchange.journal.Journal}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform"})
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.journal;
