/**
 * Preferences and notices by mail. Start reading at {@link fr.pli.exchange.notification.Preferences}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "journal",
            "mail",
            "account",
            "attachment",
            "upload",
            "message",
            "receipt",
            "delegation"
        })
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.notification;
