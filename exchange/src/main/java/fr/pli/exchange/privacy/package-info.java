/**
 * Personal data: export of what is known of a person, erasure, and what is forgotten after its time. Start reading
 * at {@link fr.pli.exchange.privacy.PersonalArchive}; ADR 0034 says what erasure leaves.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "journal", "mail", "account", "delegation", "attachment", "message"})
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.privacy;
