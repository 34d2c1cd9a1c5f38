package fr.pli.exchange.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a report of non-delivery: {@code multipart/report} with a {@code message/delivery-status} (RFC 6522, RFC 3464).
 * What it is about is read from the envelope id, the Message-ID of what it quotes and the tag of the address it came to;
 * where these contradict each other it is about nothing. Whatever somebody sends, it is read in bounded room: a mail of
 * the size that the caller allows, twenty parts, fifty recipients, and never a part of a part.
 */
final class ReturnText {

    private static final int MOST_PARTS = 20;
    private static final int LONGEST_SAID = 300;

    private static final Session NO_SESSION = Session.getInstance(new Properties());
    private static final String ID = "([0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})";
    private static final Pattern MESSAGE_ID = Pattern.compile("<" + ID + "@[^<>@\\s]+>");
    private static final Pattern ENVELOPE_ID = Pattern.compile(ID);
    private static final Pattern TAG = Pattern.compile("\\+" + ID + "@");
    private static final List<String> ARRIVED_AT = List.of("To", "Delivered-To", "X-Original-To", "Envelope-To");

    private ReturnText() {}

    /** @return empty for anything that is no report about one mail of this product */
    static Optional<Return> read(byte[] raw) {
        try {
            return report(new MimeMessage(NO_SESSION, new ByteArrayInputStream(raw)), raw);
        } catch (MessagingException | IOException | RuntimeException hostile) {
            // Whatever the parser makes of a stranger's bytes, the next mail must be read.
            return Optional.empty();
        }
    }

    private static Optional<Return> report(MimeMessage message, byte[] raw) throws MessagingException, IOException {
        var type = new ContentType(message.getContentType());
        String boundary = type.getParameter("boundary");
        if (!type.match("multipart/report")
                || boundary == null
                || boundary.isBlank()
                || occurrences("--" + boundary, raw) > MOST_PARTS) {
            return Optional.empty();
        }
        var parts = new MimeMultipart(message.getDataHandler().getDataSource());
        Set<UUID> about = tags(message);
        var lines = new ArrayList<Return.Line>();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
                var status = DeliveryStatus.read(part.getInputStream().readAllBytes());
                status.envelopeId().flatMap(id -> id(ENVELOPE_ID, id)).ifPresent(about::add);
                status.recipients().forEach(recipient -> line(recipient).ifPresent(lines::add));
            } else if (quotes(part)) {
                id(MESSAGE_ID, new InternetHeaders(part.getInputStream()).getHeader("Message-ID", null))
                        .ifPresent(about::add);
            }
        }
        return about.size() == 1 && !lines.isEmpty()
                ? Optional.of(new Return(about.iterator().next(), lines))
                : Optional.empty();
    }

    private static Optional<Return.Line> line(DeliveryStatus.Recipient recipient) {
        return Return.Action.of(recipient.action())
                .map(action -> new Return.Line(
                        recipient.addresses(), action, said(recipient.status(), recipient.diagnostic())));
    }

    static String said(String status, String diagnostic) {
        String all = diagnostic.contains(status) ? diagnostic : status + " " + diagnostic;
        String line = all.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST_SAID));
    }

    static Optional<UUID> ofMessageId(@Nullable String messageId) {
        return id(MESSAGE_ID, messageId);
    }

    private static boolean quotes(BodyPart part) throws MessagingException {
        return part.isMimeType("message/rfc822")
                || part.isMimeType("text/rfc822-headers")
                || part.isMimeType("message/global")
                || part.isMimeType("message/global-headers");
    }

    private static Set<UUID> tags(MimeMessage message) throws MessagingException {
        var found = new LinkedHashSet<UUID>();
        for (String header : ARRIVED_AT) {
            String[] values = message.getHeader(header);
            for (String value : values == null ? new String[0] : values) {
                id(TAG, value).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<UUID> id(Pattern pattern, @Nullable String text) {
        Matcher found = pattern.matcher(text == null ? "" : text);
        return found.find() ? Optional.of(UUID.fromString(found.group(1))) : Optional.empty();
    }

    private static int occurrences(String needle, byte[] raw) {
        String hay = new String(raw, StandardCharsets.ISO_8859_1);
        int count = 0;
        for (int at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length())) {
            count++;
        }
        return count;
    }
}
