/**
 * Downloads and what they prove: coverage of ranges, zip, events of a message. Start reading at {@link fr.pli.exchange.receipt.Receipts}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "journal",
            "mail",
            "account",
            "attachment",
            "preview",
            "upload",
            "message",
            "delegation"
        })
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.receipt;
