/**
 * The directory of people allowed to use the service, and how they sign in. Start reading at {@link fr.pli.exchange.account.Directory}
 * for reading it, {@link fr.pli.exchange.account.Entries} for administering it.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "journal", "mail"})
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.account;
