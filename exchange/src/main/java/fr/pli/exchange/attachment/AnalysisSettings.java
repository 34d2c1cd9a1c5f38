package fr.pli.exchange.attachment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How files are analysed (U-5) and what becomes of those that cannot be.
 *
 * @param small up to how many bytes a file goes by the fast lane, past the large ones
 * @param smallLanes how many small files a node analyses at once
 * @param largeLanes how many large files a node analyses at once; both lanes together must stay below {@code
 *     pli.jobs.long-threads} and clamd's {@code MaxThreads}
 * @param policy what becomes of a file that cannot be analysed, per reason ({@code encrypted}, {@code
 *     encrypted-document}, {@code too-large}, {@code too-long}, {@code bomb}, {@code nested-too-deep}, {@code
 *     too-many-members}, {@code malformed}, {@code unsupported}, {@code too-complex}, {@code scanner-failed}): {@code
 *     refuse} (also when a reason is not named) or {@code deliver} with a visible mark
 * @param quarantine how long an infected file stays sealed, unreadable to everybody, before it is erased
 * @param alarmAfter how long clamd may be away before administrators are told by mail
 * @param attempts after how many failures on one file, while clamd works on others, the file counts as {@code
 *     scanner-failed}
 * @param zip bounds of what is unpacked from zip archives
 */
@Validated
@ConfigurationProperties("pli.attachment.analysis")
record AnalysisSettings(
        @DefaultValue("32000000") @Min(1) long small,
        @DefaultValue("4") @Min(1) int smallLanes,
        @DefaultValue("2") @Min(1) int largeLanes,
        @DefaultValue Map<Unscannable, Delivery> policy,
        @DefaultValue("30d") Duration quarantine,
        @DefaultValue("1m") Duration alarmAfter,
        @DefaultValue("8") @Min(1) int attempts,
        @DefaultValue @Valid Zip zip) {

    boolean delivers(Unscannable why) {
        return policy.get(why) == Delivery.DELIVER;
    }

    /** What becomes of a file that cannot be analysed. */
    enum Delivery {
        REFUSE,
        DELIVER
    }

    /**
     * @param whole up to how many bytes a zip (office document, Java archive) is also given to clamd as it is, so that
     *     clamd's own knowledge of such documents works too
     * @param members most members of one file, those of nested archives included
     * @param depth how deep archives may lie in archives
     * @param ratio how many times its own size a file may unpack to, beyond 64 MiB
     * @param total most bytes one file may unpack to
     */
    record Zip(
            @DefaultValue("32000000") @Min(0) long whole,
            @DefaultValue("100000") @Min(1) int members,
            @DefaultValue("5") @Min(1) int depth,
            @DefaultValue("200") @Min(1) int ratio,
            @DefaultValue("20000000000") @Min(1) long total) {}
}
