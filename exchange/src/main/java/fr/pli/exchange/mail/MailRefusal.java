package fr.pli.exchange.mail;

import fr.pli.exchange.platform.Refusal;
import java.util.Locale;

/** What the mail feature says « no » to: calls that report non-delivery. */
public enum MailRefusal implements Refusal {
    /** No secret is set, so there is no such call. */
    RETURNS_CLOSED(404),
    /** The shared secret is missing or wrong. */
    RETURNS_SECRET(401),
    /** More reports in one call than are taken; argument: how many are. */
    RETURNS_MANY(422);

    private final int status;

    MailRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "mail." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
