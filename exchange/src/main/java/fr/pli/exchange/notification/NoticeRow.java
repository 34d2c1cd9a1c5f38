package fr.pli.exchange.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One notice of the bell.
 *
 * @param kind the name of a {@link NoticeKind}, or {@code <owner>.<fact>} of another feature
 * @param message it is about; null where it is about something else
 * @param about what it is about, where that is no message
 * @param subject the name of what it is about; empty where there is none or its reader may not know it any more
 * @param who full name of the person whose act it tells
 * @param hand full name of who acted for them with a delegation; null when they did
 * @param page where its reader can open what it is about; null where that is not possible
 */
public record NoticeRow(
        UUID id,
        String kind,
        @Nullable UUID message,
        @Nullable UUID about,
        String subject,
        @Nullable String who,
        @Nullable String hand,
        Instant at,
        boolean read,
        @Nullable String page) {

    NoticeRow named(@Nullable String person, @Nullable String acting) {
        return new NoticeRow(id, kind, message, about, subject, person, acting, at, read, page);
    }

    NoticeRow about(NoticeSubjects.Subject thing) {
        return new NoticeRow(id, kind, message, about, thing.name(), who, hand, at, read, thing.page());
    }
}
