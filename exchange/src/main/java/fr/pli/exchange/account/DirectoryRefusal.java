package fr.pli.exchange.account;

import fr.pli.exchange.platform.Refusal;

/** Every « no » of the directory, of its import and of API tokens; sentences in {@code messages/directory}. */
public enum DirectoryRefusal implements Refusal {
    NOT_FOUND(404),
    ADMINISTRATORS_ONLY(403),
    ADDRESS_REQUIRED(422),
    ADDRESS_MALFORMED(422),
    ADDRESS_TAKEN(409),
    ADDRESS_SAME(422),
    ADDRESS_DOMAIN(422),
    ADDRESS_FIXED(403),
    NAME_FIXED(403),
    DOMAIN_MALFORMED(422),
    DOMAINS_TOO_MANY(422),
    FIRST_NAME_REQUIRED(422),
    LAST_NAME_REQUIRED(422),
    NAME_TOO_LONG(422),
    NAME_MALFORMED(422),
    ORGANISATION_REQUIRED(422),
    ORGANISATION_NAME_REQUIRED(422),
    ORGANISATION_NAME_TOO_LONG(422),
    ORGANISATION_NAME_TAKEN(409),
    PROFILE_REQUIRED(422),
    PROFILE_UNKNOWN(422),
    LANGUAGE_UNKNOWN(422),
    ZONE_UNKNOWN(422),
    CHANGED_MEANWHILE(409),
    STATE_FORBIDS(409),
    LAST_ADMINISTRATOR(409),
    ENTRY_IN_USE(409),
    IMPORT_EMPTY(422),
    IMPORT_TOO_LARGE(413),
    IMPORT_TOO_MANY_LINES(422),
    IMPORT_COLUMN_MISSING(422),
    IMPORT_COLUMN_TWICE(422),
    IMPORT_NOTHING_TO_DO(422),
    IMPORT_DIRECTORY_CHANGED(409),
    LINE_COLUMNS(422),
    LINE_QUOTES(422),
    LINE_TWICE(422),
    IMPORT_LINES_REFUSED(422),
    OFFICE_TWICE(422),
    OFFICE_STATE_UNKNOWN(422),
    RECIPIENT_UNKNOWN(404),
    ERASE_DEPARTED_ONLY(409),
    ERASE_NOT_CONFIRMED(422),
    OFFICE_NAME_REQUIRED(422),
    /** An expert's invitation makes nobody a member of a court. */
    GUEST_OF_COURT(422),
    MEMBER_UNKNOWN(422),
    MEMBER_ALREADY(409),
    TOKEN_LABEL_REQUIRED(422),
    TOKEN_LABEL_TOO_LONG(422),
    TOKEN_SCOPE_REQUIRED(422),
    TOKEN_SCOPE_UNKNOWN(422),
    TOKEN_END_INVALID(422),
    TOKEN_TOO_MANY(409),
    TOKEN_SCOPE_MISSING(403),
    TOKEN_NOT_ALLOWED(403),
    TOKEN_RATE(429),
    IDEMPOTENCY_KEY_INVALID(422),
    IDEMPOTENCY_KEY_REUSED(422),
    IDEMPOTENCY_UNDER_WAY(409),
    IDEMPOTENCY_BODY_TOO_LARGE(413);

    private final int status;

    DirectoryRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "directory." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
