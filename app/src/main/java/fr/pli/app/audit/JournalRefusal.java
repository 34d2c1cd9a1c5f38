package fr.pli.app.audit;

import fr.pli.exchange.platform.Refusal;

/** What a reader of the journal may be told « no » about. */
public enum JournalRefusal implements Refusal {
    NOT_AUDITOR("journal.not-auditor", 403),
    UNKNOWN_PERSON("journal.unknown-person", 422),
    UNKNOWN_MESSAGE("journal.unknown-message", 422);

    private final String code;
    private final int status;

    JournalRefusal(String code, int status) {
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
