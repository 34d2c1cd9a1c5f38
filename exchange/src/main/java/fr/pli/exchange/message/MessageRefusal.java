package fr.pli.exchange.message;

import fr.pli.exchange.platform.Refusal;
import java.util.Locale;

/** Everything a person may be refused about messages; the sentences stand in the bundles under {@code refusal.}. */
public enum MessageRefusal implements Refusal {
    /** Foreign, discarded and never seen ids answer the same. */
    UNKNOWN(404),
    /** Unknown, hidden, suspended and departed people answer the same. */
    RECIPIENT_UNKNOWN(422),
    NO_RECIPIENT(422),
    TOO_MANY_RECIPIENTS(422),
    /** Sent all the same once the sender has confirmed it. */
    NO_ACTIVE_MEMBER(409),
    NO_CONTENT(422),
    SUBJECT_REQUIRED(422),
    SUBJECT_TOO_LONG(422),
    COMMENT_TOO_LONG(422),
    LIFETIME(422),
    FILE_MISSING(409),
    FILE_INFECTED(422),
    FILE_UNSCANNABLE(422),
    FILE_BROKEN(422),
    FILE_ABANDONED(409),
    FILE_UNKNOWN(404),
    SAME_NAME(409),
    OTHER_FILE(409),
    PATH_TOO_LONG(422),
    TOO_MANY_FILES(422),
    TOO_LARGE(413),
    EXTENSION_REFUSED(422),
    EXTENSION_NOT_ALLOWED(422),
    TYPE_REFUSED(422),
    FILE_TOO_LARGE(413),
    JUSTICE_ONLY(422),
    SENDER_INACTIVE(403),
    /** A queued sending is taken back before it is changed. */
    QUEUED(409),
    SENT(409),
    /** Deleted or past its end: nothing about it can be changed any more. */
    ENDED(409),
    /** What is no letter can be neither changed nor taken away once it has left, by anybody (E-5). */
    PERMANENT(409),
    /** The rights of its place decide who reads what is no letter (M-3). */
    NO_RECIPIENTS_HERE(422),
    /** Longer than the law or the policy allows, or no number of days. */
    EXTENDED_LIFETIME(422),
    /** A message is ended now by deleting it, not by an end in the past. */
    END_PASSED(422),
    ALREADY_RECIPIENT(409),
    /** « Demander un délai » is for the last days. */
    TIME_NOT_YET(409),
    /** No later end is allowed, so none can be asked for. */
    TIME_AT_LIMIT(409),
    /** Once by each recipient for each end. */
    TIME_ASKED(409),
    TIME_ANSWERED(409),
    /** A request for more time is granted by a later end. */
    TIME_NOT_LATER(422),
    WORD_TOO_LONG(422);

    private final int status;

    MessageRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "message." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
