package fr.pli.exchange.attachment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * An S3-compatible object store instead of the local folder (U-12): several nodes need one.
 *
 * @param bucket where the sealed files lie; it must exist. Empty: the local folder is used
 * @param endpoint address of the store, as in {@code https://s3.exemple.fr}; empty for Amazon's own by region
 * @param region as the store calls it; those of one place take any
 * @param prefix begins the name of each object; it lets installations share a bucket, each with its own
 * @param accessKey who we are to the store; empty: the usual places of AWS programs are searched
 * @param secretKey secret of the access key; give it by the environment or a file only its owner reads
 * @param pathStyle whether the bucket stands in the path of addresses; without, it is part of the host name
 * @param conditional whether objects are written « only when absent » ({@code If-None-Match}); switch it off for a store
 *     that does not know it, and the platform asks before it writes
 * @param timeout longest time of one attempt; what is read or written at once is at most 4 MiB
 * @param attempts how often a request is tried within three times that time, with growing pauses
 * @param connections open at once to the store, from one node
 * @param memory bytes that one node holds at once between people and the store, half on their way in, half read ahead
 */
@Validated
@ConfigurationProperties("pli.attachment.s3")
record S3Settings(
        @DefaultValue("") String bucket,
        @DefaultValue("") String endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String prefix,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("true") boolean pathStyle,
        @DefaultValue("true") boolean conditional,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("3") @Min(1) @Max(10) int attempts,
        @DefaultValue("100") @Min(2) int connections,
        @DefaultValue("134217728") @Min(33554432) long memory) {

    boolean used() {
        return !bucket.isBlank();
    }

    /** Names the place to people, without any secret. */
    String place() {
        return (endpoint.isBlank() ? "s3://" : endpoint.replaceAll("/+$", "") + "/") + bucket + "/" + prefix;
    }

    /** No secret reaches a log. */
    @Override
    public String toString() {
        return place();
    }
}
