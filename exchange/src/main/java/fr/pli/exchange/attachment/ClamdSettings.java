package fr.pli.exchange.attachment;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How clamd is reached (U-5). Its own configuration must say {@code AlertExceedsMax yes}, {@code AlertEncrypted
 * yes} and {@code DisableCache yes}, and allow streams of 2,000,000,000 bytes; see docs/operations.md.
 *
 * @param socket clamd's local socket ({@code LocalSocket})
 * @param configuration the clamd.conf that clamd was started with: its limits are read and checked from it
 * @param writeTimeout how long clamd may take no byte before it counts as silent
 * @param replyTimeout how long clamd may take to answer after the last byte; must exceed its {@code MaxScanTime}
 * @param temporary share of clamd's {@code TemporaryDirectory} that this node may fill with clear bytes at once
 */
@ConfigurationProperties("pli.attachment.clamd")
record ClamdSettings(
        @DefaultValue("/run/clamav/clamd.ctl") Path socket,
        @DefaultValue("/etc/clamav/clamd.conf") Path configuration,
        @DefaultValue("60s") Duration writeTimeout,
        @DefaultValue("20m") Duration replyTimeout,
        @DefaultValue("4200MB") DataSize temporary) {

    ClamdSettings {
        if (!writeTimeout.isPositive() || !replyTimeout.isPositive()) {
            throw new IllegalArgumentException("pli.attachment.clamd: the time-outs must be longer than nothing");
        }
        if (temporary.toMegabytes() < 64) {
            throw new IllegalArgumentException("pli.attachment.clamd.temporary must be 64 MB or more");
        }
    }
}
