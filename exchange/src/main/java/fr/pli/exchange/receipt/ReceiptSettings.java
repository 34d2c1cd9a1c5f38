package fr.pli.exchange.receipt;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Downloads.
 *
 * @param watch how often each node decides again about the transfers it is running (at most 4 s: U-11 allows 5)
 * @param flush how often each node writes how far they are
 * @param sendBuffer what the system may hold of a connection's bytes that the reader has not taken yet; it may still
 *     arrive after the right was lost
 */
@ConfigurationProperties("pli.receipt")
public record ReceiptSettings(
        @DefaultValue("2s") Duration watch,
        @DefaultValue("10s") Duration flush,
        @DefaultValue("512KB") DataSize sendBuffer) {

    public ReceiptSettings {
        if (watch.toMillis() < 100 || watch.toSeconds() > 4) {
            throw new IllegalArgumentException("pli.receipt.watch must be between 100ms and 4s");
        }
        if (flush.toMillis() < 100 || flush.compareTo(Coverage.LEASE.dividedBy(3)) > 0) {
            throw new IllegalArgumentException("pli.receipt.flush must be between 100ms and 10s");
        }
    }
}
