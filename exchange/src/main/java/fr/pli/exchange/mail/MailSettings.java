package fr.pli.exchange.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The relay that mails are handed to. Without a host they go to the catcher on this machine, where they can be read.
 *
 * @param host of the relay; empty for the catcher
 * @param port of the relay, usually 25, 587 or 465
 * @param user name at the relay; empty if it asks for none
 * @param password at the relay
 * @param tls how the connection to the relay is protected
 * @param from address that mails come from
 * @param catcherPort where the catcher listens on 127.0.0.1
 * @param timeout how long one answer of the relay is waited for
 * @param giveUpAfter how long a mail is tried before it is given up
 * @param retention how long what became of a mail is kept
 * @param templates folder whose files {@code <template>.html} and {@code .txt} replace the shipped ones; none if empty
 */
@Validated
@ConfigurationProperties("pli.mail")
public record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("25") @Min(1) @Max(65535) int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("STARTTLS") Tls tls,
        @DefaultValue("pli@localhost") String from,
        @DefaultValue("8447") @Min(1) @Max(65535) int catcherPort,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("4d") Duration giveUpAfter,
        @DefaultValue("12m") Period retention,
        @Nullable Path templates) {

    /** Whether there is no relay, so that the catcher takes the mails. */
    public boolean caught() {
        return host.isBlank();
    }

    /** Protection of the connection to the relay. */
    public enum Tls {
        /** None. */
        NONE,
        /** STARTTLS if the relay offers it (RFC 3207). */
        STARTTLS,
        /** STARTTLS with a certificate valid for the host, or nothing is sent. */
        STARTTLS_REQUIRED,
        /** TLS from the first byte with a certificate valid for the host (RFC 8314). */
        IMPLICIT
    }
}
