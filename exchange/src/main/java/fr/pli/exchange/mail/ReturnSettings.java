package fr.pli.exchange.mail;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How reports of non-delivery come back: from a mailbox, by a call of the relay's operator, or both.
 *
 * @param protocol by which the mailbox of reports is read each minute; NONE if there is none. The mailbox is for reports
 *     alone: what is read there is removed
 * @param host of the mailbox
 * @param port of the mailbox; 0 for the usual one of the protocol
 * @param user name at the mailbox
 * @param password at the mailbox
 * @param folder that is read by IMAP
 * @param largest report that is looked at; a larger one is removed unread
 * @param address that reports are sent to (the envelope sender of every mail); empty for the address mails come from
 * @param tagged whether {@code +<id of the mail>} is put into that address, for relays whose reports quote nothing
 * @param secret that a call to {@code POST /api/v1/mail-returns} must carry in the header {@code X-Pli-Secret}, 16
 *     characters or more; empty: no such call is taken
 */
@Validated
@ConfigurationProperties("pli.mail.returns")
record ReturnSettings(
        @DefaultValue("NONE") Protocol protocol,
        @DefaultValue("") String host,
        @DefaultValue("0") @Min(0) @Max(65535) int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("512KB") DataSize largest,
        @DefaultValue("") String address,
        @DefaultValue("false") boolean tagged,
        @DefaultValue("") String secret) {

    private static final int SHORTEST_SECRET = 16;

    @AssertTrue(message = "a protocol needs a host")
    boolean isHostGiven() {
        return protocol == Protocol.NONE || !host.isBlank();
    }

    @AssertTrue(message = "the secret has at least 16 characters")
    boolean isSecretLong() {
        return secret.isEmpty() || secret.length() >= SHORTEST_SECRET;
    }

    /** How a mailbox is read; the names with S speak TLS from the first byte. */
    enum Protocol {
        NONE,
        IMAP,
        IMAPS,
        POP3,
        POP3S
    }
}
