package fr.pli.exchange.account;

import fr.pli.exchange.platform.Refusal;

/** What the directory may answer « no » to. */
public enum AccountRefusal implements Refusal {
    UNKNOWN("account.unknown", 404),
    STATE("account.state", 409);

    private final String code;
    private final int status;

    AccountRefusal(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
