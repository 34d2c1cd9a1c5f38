package fr.pli.exchange.account;

import fr.pli.exchange.platform.Refusal;
import java.util.Locale;

/** What the doors may answer « no » to; sentences in {@code messages/signin}. */
public enum SignInRefusal implements Refusal {
    REQUIRED(401),
    FORBIDDEN(403),
    FORM_EXPIRED(403),
    WRONG(422),
    WAIT(429),
    SOURCE_WAIT(429),
    BUSY(429),
    SUSPENDED(403),
    DOOR_CLOSED(403),
    SECOND_WAIT(429),
    PROOF_REQUIRED(403),
    LINK_DEAD(410),
    PASSWORD_DIFFERS(422),
    PASSWORD_TOO_LONG(422),
    PASSWORD_TOO_SHORT(422),
    PASSWORD_TOO_UNIFORM(422),
    PASSWORD_TOO_FEW_KINDS(422),
    PASSWORD_OWN_DATA(422),
    PASSWORD_COMMON(422),
    PASSWORD_PRESENT_WRONG(422),
    TERMS_NOT_ACCEPTED(403),
    TERMS_CHANGED(409),
    TERMS_EMPTY(422),
    TERMS_TOO_LONG(422),
    SETUP_DONE(410);

    private final int status;

    SignInRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return name().startsWith("TERMS_") || name().startsWith("PASSWORD_") || name().startsWith("SETUP_")
                ? name().toLowerCase(Locale.ROOT).replace('_', '-')
                : "signin." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
