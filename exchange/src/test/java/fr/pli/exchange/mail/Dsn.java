package fr.pli.exchange.mail;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Reports of non-delivery as mail servers write them (RFC 3464), and as somebody hostile might. */
final class Dsn {

    private String recipient = "personne@exemple.fr";
    private String action = "failed";
    private String status = "5.1.1";
    private String diagnostic = "smtp; 550 5.1.1 <personne@exemple.fr>: no such user";
    private String envelopeId = "";
    private String quoted = "";
    private String to = "retours@exemple.fr";
    private String charset = "us-ascii";
    private String more = "";

    static Dsn about(UUID mail, String recipient) {
        var dsn = new Dsn();
        dsn.recipient = recipient;
        dsn.quoted = "Message-ID: <" + mail + "@localhost>\r\nSubject: =?x-nowhere?Q?=E9?=\r\n";
        return dsn;
    }

    Dsn delayed() {
        action = "delayed";
        status = "4.4.1";
        diagnostic = "smtp; connect to mx.exemple.fr: Connection timed out";
        return this;
    }

    Dsn delivered() {
        action = "delivered";
        status = "2.0.0";
        diagnostic = "smtp; 250 OK";
        return this;
    }

    Dsn saying(String code, String reply) {
        status = code;
        diagnostic = reply;
        return this;
    }

    Dsn withEnvelopeId(String id) {
        envelopeId = "Original-Envelope-Id: " + id + "\r\n";
        return this;
    }

    Dsn quotingNothing() {
        quoted = "Subject: [PLI]\r\n";
        return this;
    }

    Dsn arrivedAt(String address) {
        to = address;
        return this;
    }

    Dsn inCharset(String name) {
        charset = name;
        return this;
    }

    /** Further parts, as they stand. */
    Dsn with(String parts) {
        more = parts;
        return this;
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.ISO_8859_1);
    }

    String text() {
        return """
                From: MAILER-DAEMON@relais.exemple.fr (Mail Delivery System)
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status;
                 boundary="frontiere"

                --frontiere
                Content-Type: text/plain; charset=%s

                Le message n'a pas pu \u00eatre remis.

                --frontiere
                Content-Type: message/delivery-status; charset=%s

                Reporting-MTA: dns; relais.exemple.fr
                %sArrival-Date: Sun, 22 Nov 2026 10:00:00 +0100

                Final-Recipient: rfc822; %s
                Original-Recipient: rfc822;%s
                Action: %s
                Status: %s
                Remote-MTA: dns; mx.exemple.fr
                Diagnostic-Code: %s

                --frontiere
                Content-Type: text/rfc822-headers

                %s
                %s--frontiere--
                """.formatted(
                        to,
                        charset,
                        charset,
                        envelopeId,
                        recipient,
                        recipient.replace("+", "+2B"),
                        action,
                        status,
                        diagnostic.replace("personne@exemple.fr", recipient),
                        quoted,
                        more)
                .replace("\r\n", "\n")
                .replace("\n", "\r\n");
    }
}
