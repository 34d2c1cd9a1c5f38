package fr.pli.exchange.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a mail did not arrive, as far as a mail server's reply says: by its enhanced status code (RFC 3463), else by the
 * code of its reply (RFC 5321). Its words are {@code mail.reason.<name>}, what to do next {@code mail.next.<name>}.
 */
public enum MailReason {
    /** No such address. */
    ADDRESS,
    /** The mailbox takes nothing more. */
    FULL,
    /** The recipient's server cannot be reached, or not now. */
    NETWORK,
    /** The mail itself: too large, or not in a form that is taken. */
    CONTENT,
    /** Refused by a rule of the recipient's server. */
    POLICY,
    /** The reply does not say. */
    OTHER;

    private static final Pattern ENHANCED = Pattern.compile("(?<![\\d.])[45]\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.])");
    private static final Pattern BASIC = Pattern.compile("(?<![\\d.])[45]\\d\\d(?![\\d.])");

    /** @param reply of a mail server, or what happened instead of one */
    public static MailReason of(@Nullable String reply) {
        if (reply == null) {
            return OTHER;
        }
        Matcher enhanced = ENHANCED.matcher(reply);
        if (enhanced.find()) {
            return enhanced(Integer.parseInt(enhanced.group(1)), Integer.parseInt(enhanced.group(2)));
        }
        Matcher basic = BASIC.matcher(reply);
        return basic.find() ? basic(basic.group()) : OTHER;
    }

    private static MailReason enhanced(int subject, int detail) {
        return switch (subject) {
            case 1 -> ADDRESS;
            case 2 -> detail == 2 ? FULL : detail == 3 ? CONTENT : ADDRESS;
            case 3 -> detail == 4 ? CONTENT : NETWORK;
            case 4 -> NETWORK;
            case 6 -> CONTENT;
            case 7 -> POLICY;
            default -> OTHER;
        };
    }

    private static MailReason basic(String code) {
        return switch (code) {
            case "550", "551", "553" -> ADDRESS;
            case "452", "552" -> FULL;
            case "421", "450", "451" -> NETWORK;
            case "554" -> POLICY;
            default -> OTHER;
        };
    }
}
