package fr.pli.exchange.delegation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Delegations.
 *
 * @param maxDays longest time between the two dates of a delegation, in days
 */
@Validated
@ConfigurationProperties("pli.delegation")
public record DelegationSettings(
        @DefaultValue("366") @Min(1) @Max(3660) int maxDays) {}
