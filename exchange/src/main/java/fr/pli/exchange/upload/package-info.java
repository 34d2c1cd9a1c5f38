/**
 * Resumable uploads by the tus 1.0.0 protocol. Start reading at the controller of {@code web}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "journal", "mail", "account", "attachment"})
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.upload;
