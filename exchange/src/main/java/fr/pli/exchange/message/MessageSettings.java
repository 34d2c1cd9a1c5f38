package fr.pli.exchange.message;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of messages.
 *
 * @param maxDays longest lifetime a sender may choose, in days of 24 hours; the law allows 30
 * @param maxExtendedDays longest lifetime after extensions, in days of 24 hours after availability; the law
 *     allows 30
 * @param timeRequest how long before the end of a message its recipients may ask for more time
 * @param draftDays days after its last change when a draft and its files are discarded
 * @param maxFiles files in one message
 * @param maxBytes bytes of all files of one message together
 * @param maxRecipients recipients of one message
 */
@Validated
@ConfigurationProperties("pli.message")
public record MessageSettings(
        @DefaultValue("15") @Min(1) @Max(30) int maxDays,
        @DefaultValue("30") @Min(1) @Max(30) int maxExtendedDays,
        @DefaultValue("5d") Duration timeRequest,
        @DefaultValue("7") @Min(1) @Max(90) int draftDays,
        @DefaultValue("500") @Min(1) @Max(5000) int maxFiles,
        @DefaultValue("10000000000") @Min(1) long maxBytes,
        @DefaultValue("100") @Min(1) @Max(1000) int maxRecipients) {

    static final int SUBJECT = 255;
    static final int COMMENT = 20_000;
    static final int PATH = 1000;
    static final int WORD = 500;

    public MessageSettings {
        if (maxExtendedDays < maxDays) {
            throw new IllegalArgumentException(
                    "pli.message.max-extended-days must not be less than pli.message.max-days");
        }
        if (timeRequest.isNegative() || timeRequest.isZero()) {
            throw new IllegalArgumentException("pli.message.time-request must be longer than nothing");
        }
    }
}
