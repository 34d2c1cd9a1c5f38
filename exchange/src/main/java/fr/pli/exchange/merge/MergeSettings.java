package fr.pli.exchange.merge;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Merging accounts.
 *
 * @param undo how long a merge can be undone
 */
@ConfigurationProperties("pli.merge")
public record MergeSettings(@DefaultValue("30d") Duration undo) {

    public MergeSettings {
        Assert.isTrue(!undo.isNegative(), "pli.merge.undo must not be negative");
    }
}
