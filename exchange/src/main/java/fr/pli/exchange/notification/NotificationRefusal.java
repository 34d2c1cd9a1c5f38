package fr.pli.exchange.notification;

import fr.pli.exchange.platform.Refusal;
import java.util.Locale;

/** What may be refused about notices and reminders. */
public enum NotificationRefusal implements Refusal {
    NOTICE_UNKNOWN(404),
    /** Everybody has collected everything, or is no recipient. */
    NOBODY_WAITS(409),
    /** Argument: the window in hours. */
    REMINDED_ALREADY(409);

    private final int status;

    NotificationRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "notification." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
