package fr.pli.exchange.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * The directory and the tokens of programs.
 *
 * @param importMaxSize largest file accepted for an import of the directory, at most 16 MB
 * @param importMaxLines most lines in such a file
 * @param importKept how long a file waits for its confirmation after the dry run
 * @param tokensPerPerson most API tokens of one person that are neither revoked nor past their end
 * @param tokenMaxDays longest life of an API token, in days
 * @param tokenRequestsPerMinute calls each API token may make in one minute, all nodes together
 * @param idempotencyKept how long the answer to a request with an Idempotency-Key is kept
 */
@ConfigurationProperties("pli.directory")
public record DirectorySettings(
        @DefaultValue("8MB") DataSize importMaxSize,
        @DefaultValue("50000") int importMaxLines,
        @DefaultValue("24h") Duration importKept,
        @DefaultValue("20") int tokensPerPerson,
        @DefaultValue("365") int tokenMaxDays,
        @DefaultValue("600") int tokenRequestsPerMinute,
        @DefaultValue("24h") Duration idempotencyKept) {

    public DirectorySettings {
        Assert.isTrue(
                importMaxSize.toBytes() > 0 && importMaxSize.compareTo(DataSize.ofMegabytes(16)) < 0,
                "pli.directory.import-max-size must lie between 1 byte and 16 MB");
        Assert.isTrue(importMaxLines > 0, "pli.directory.import-max-lines must be positive");
        Assert.isTrue(!importKept.isNegative() && !importKept.isZero(), "pli.directory.import-kept must be positive");
        Assert.isTrue(tokensPerPerson > 0, "pli.directory.tokens-per-person must be positive");
        Assert.isTrue(
                tokenMaxDays >= 1 && tokenMaxDays <= 366, "pli.directory.token-max-days must lie between 1 and 366");
        Assert.isTrue(tokenRequestsPerMinute > 0, "pli.directory.token-requests-per-minute must be positive");
        Assert.isTrue(
                !idempotencyKept.isNegative() && !idempotencyKept.isZero(),
                "pli.directory.idempotency-kept must be positive");
    }
}
