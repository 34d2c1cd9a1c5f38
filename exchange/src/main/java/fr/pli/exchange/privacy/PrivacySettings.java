package fr.pli.exchange.privacy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long personal data are kept; administrators may decide otherwise on the page of policies.
 *
 * @param messageMonths months after its end when what is left of a letter (subject, names of files, receipts) is removed
 * @param journalYears years after which the journal forgets the name and address of somebody who is not in the directory
 *     under them any more; its events stay
 */
@Validated
@ConfigurationProperties("pli.privacy")
public record PrivacySettings(
        @DefaultValue("12") @Min(1) @Max(120) int messageMonths,
        @DefaultValue("10") @Min(1) @Max(30) int journalYears) {}
