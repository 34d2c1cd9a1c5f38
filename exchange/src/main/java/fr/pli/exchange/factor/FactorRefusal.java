package fr.pli.exchange.factor;

import fr.pli.exchange.platform.Refusal;
import java.util.Locale;

/** What the second factor may answer « no » to; sentences in {@code messages/factor}. */
public enum FactorRefusal implements Refusal {
    NOT_FOUND(404),
    CODE_WRONG(422),
    CODE_USED(422),
    RECOVERY_WRONG(422),
    PASSKEY_WRONG(422),
    PASSKEY_SUSPECTED(422),
    PASSKEY_TAKEN(409),
    LABEL_REQUIRED(422),
    LABEL_TOO_LONG(422),
    TOO_MANY(409),
    NOT_BEGUN(409),
    LAST(409),
    NONE(409);

    private final int status;

    FactorRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "factor." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
