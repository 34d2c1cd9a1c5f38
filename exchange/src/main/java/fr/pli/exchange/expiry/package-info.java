/**
 * The end of life: unreadable, erased, key destroyed. Start reading at {@link fr.pli.exchange.expiry.EndOfLife}.
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
            "notification"
        })
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.expiry;
