/**
 * Messages: draft, sending, lifetime, boxes. Start reading at {@link fr.pli.exchange.message.Messaging}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "journal", "mail", "account", "attachment", "upload"})
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.message;
