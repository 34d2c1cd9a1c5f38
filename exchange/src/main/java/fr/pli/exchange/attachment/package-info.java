/**
 * Stored files: extents, sealing, keys, analysis. Start reading at {@link fr.pli.exchange.attachment.StoredFiles}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "journal", "mail", "account"})
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.attachment;
