/**
 * What every feature stands on: units of work, tasks, identifiers, time, refusals. Start reading at {@link fr.pli.exchange.platform.Units}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.platform;
