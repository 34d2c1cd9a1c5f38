/**
 * Second factors of password accounts: apps that show codes, passkeys, recovery codes. Start reading at {@link
 * fr.pli.exchange.factor.SecondProof} for signing in, {@link fr.pli.exchange.factor.Factors} for what a person has.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "journal", "mail", "account", "attachment"})
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.factor;
