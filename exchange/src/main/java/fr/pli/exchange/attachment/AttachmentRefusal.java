package fr.pli.exchange.attachment;

import fr.pli.exchange.platform.Refusal;

/** What a person may be told « no » about stored files. */
public enum AttachmentRefusal implements Refusal {
    FILE_UNKNOWN("file.unknown", 404),
    FILE_ENDED("file.ended", 410),
    FILE_NOT_RECEIVING("file.not-receiving", 409),
    FINGERPRINT_MALFORMED("file.fingerprint-malformed", 400),
    FINGERPRINT_DIFFERS("file.fingerprint-differs", 409),
    STORE_FULL("store.full", 507),
    STORE_AWAY("store.away", 503),
    KEYS_AWAY("keys.away", 503);

    private final String code;
    private final int status;

    AttachmentRefusal(String code, int status) {
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
