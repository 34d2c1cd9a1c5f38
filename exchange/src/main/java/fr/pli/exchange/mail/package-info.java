/**
 * The transactional outbox: a mail is staged with the fact it tells. Start reading at {@link fr.pli.exchange.mail.Outbox}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "journal"})
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.mail;
