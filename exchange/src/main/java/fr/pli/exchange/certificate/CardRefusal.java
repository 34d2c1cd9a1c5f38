package fr.pli.exchange.certificate;

import fr.pli.exchange.platform.Refusal;
import java.util.Locale;

/** Every « no » of the card door, of registration and of further certificates; sentences in {@code messages/card}. */
public enum CardRefusal implements Refusal {
    ABSENT(403),
    MALFORMED(403),
    UNTRUSTED(403),
    EXPIRED(403),
    EARLY(403),
    WRONG_USE(403),
    POLICY(403),
    REVOKED(403),
    UNCERTAIN(403),
    DIFFERS(403),
    FOREIGN_FORM(403),
    TICKET_DEAD(403),
    DOOR_CLOSED(403),
    SUPPORT_ONLY(403),
    OWN_REQUEST(403),
    REQUEST_UNKNOWN(404),
    REQUEST_ANSWERED(409),
    NO_ACCOUNT(409),
    OTHER_CARD(409),
    TAKEN(409),
    ALREADY_YOURS(409),
    LINK_DEAD(410),
    TOO_MANY(429),
    CHOICE_REQUIRED(422),
    PROFILE_REQUIRED(422),
    COURT_REQUIRED(422),
    SPECIALTY_REQUIRED(422),
    NAME_REQUIRED(422),
    EMAIL_REQUIRED(422),
    PHONE_REQUIRED(422),
    CHECK_REQUIRED(422),
    REASON_REQUIRED(422),
    WORDS_TOO_LONG(422),
    PHONE_MALFORMED(422),
    POSTAL_TOO_LONG(422),
    ADDRESS_NOT_ALLOWED(422);

    private final int status;

    CardRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "card." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
