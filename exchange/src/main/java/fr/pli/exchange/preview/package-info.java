/**
 * Harmless pictures and text made of stored files (U-10). Start reading at {@link fr.pli.exchange.preview.Previews}; who
 * may look, and what is recorded of it, is the business of who shows them.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "attachment"})
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.preview;
