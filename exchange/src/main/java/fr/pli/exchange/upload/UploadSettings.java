package fr.pli.exchange.upload;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What may be uploaded.
 *
 * @param maxLength of one file in bytes; more than 2,000,000,000 cannot be analysed safely and is refused at start
 * @param abandonedAfter an unfinished upload nobody continued for so long is removed (U-12)
 * @param concurrent how many requests send bytes at once on one node; more are told to come back (503)
 */
@Validated
@ConfigurationProperties("pli.upload")
record UploadSettings(
        @DefaultValue("2000000000") @Min(1) @Max(UploadSettings.CEILING)
        long maxLength,

        @DefaultValue("7d") Duration abandonedAfter,
        @DefaultValue("100") @Min(1) int concurrent) {

    static final long CEILING = 2_000_000_000L;
}
