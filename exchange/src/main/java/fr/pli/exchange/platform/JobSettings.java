package fr.pli.exchange.platform;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Work in the background.
 *
 * @param enabled whether this node does any; a node may only serve pages, but one at least must do the work
 * @param polling how often a node looks for work that another one staged; its own is begun at once
 * @param shortThreads how many short works (mails, notices, expiry) a node does at once
 * @param longThreads how many long works (analysis, erasure) a node does at once
 * @param stopWait how long works under way may take to end when the node is stopped
 */
@Validated
@ConfigurationProperties("pli.jobs")
public record JobSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("2s") Duration polling,
        @DefaultValue("8") @Min(1) int shortThreads,
        @DefaultValue("10") @Min(1) int longThreads,
        @DefaultValue("20s") Duration stopWait) {

    int threads(Task.Lane lane) {
        return lane == Task.Lane.SHORT ? shortThreads : longThreads;
    }
}
