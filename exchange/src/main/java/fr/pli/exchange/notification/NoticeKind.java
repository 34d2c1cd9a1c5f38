package fr.pli.exchange.notification;

import fr.pli.exchange.notification.Preferences.Notice;
import org.jspecify.annotations.Nullable;

/** What people are told about letters: in the application always (N-6), by mail unless they do not want it (N-2). */
public enum NoticeKind {
    RECEIVED("message-received", Notice.RECEIVED),
    ACKNOWLEDGED("message-acknowledged", null),
    SEEN("message-seen", Notice.SEEN),
    DOWNLOADED("message-downloaded", Notice.DOWNLOADED),
    DELETED("message-deleted", Notice.DELETED),
    FIRST_WARNING("message-ending", Notice.FIRST_WARNING),
    SECOND_WARNING("message-ending", Notice.SECOND_WARNING),
    ADDED("message-added", null),
    END_MOVED("message-end-moved", null),
    REMINDED("message-reminder", null),
    TIME_ASKED("message-time-asked", null),
    TIME_GRANTED("message-time-granted", null),
    TIME_DECLINED("message-time-declined", null),
    NOT_COLLECTED("message-not-collected", null),
    UNDELIVERED("message-undelivered", null),
    /** Its mail belongs to the messages themselves. */
    BLOCKED(null, null);

    private final @Nullable String template;
    private final @Nullable Notice wish;

    NoticeKind(@Nullable String template, @Nullable Notice wish) {
        this.template = template;
        this.wish = wish;
    }

    /** Of the mail that tells it. */
    @Nullable
    String template() {
        return template;
    }

    /** The preference that decides about the mail; null when it cannot be unticked. */
    @Nullable
    Notice wish() {
        return wish;
    }
}
