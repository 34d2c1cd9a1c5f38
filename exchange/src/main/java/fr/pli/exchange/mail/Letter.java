package fr.pli.exchange.mail;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be: to whom and what it is about, never its text, which is rendered at each attempt.
 *
 * @param address where it goes; the caller answers for it being an address that may be written to
 * @param reader person it is written to, null where there is none yet
 * @param language of the text
 * @param template name of the {@link MailView} and of the files {@code mails/<template>.txt|.html}
 * @param subject what it is about (a message, a person), by which its fate is looked up
 * @param refs ids and short values the view renders from; never a secret except a one-time link's token, which is
 *     wiped from the row as soon as the mail was accepted or given up
 */
public record Letter(
        String address,
        @Nullable UUID reader,
        Locale language,
        String template,
        @Nullable UUID subject,
        Map<String, String> refs) {

    /** The message it belongs to: the reader is whom it is about, a mail about something else belongs to a message. */
    @Nullable
    UUID message() {
        return Objects.equals(subject, reader) ? null : subject;
    }
}
