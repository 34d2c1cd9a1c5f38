package fr.pli.app.statistics;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A number that each day has (S-2). Its words are {@code statistics.figure.<name>}. */
public enum Figure {
    /** Messages made available, whatever the number of their recipients. */
    SENDINGS(null),
    /** Files of those messages. */
    FILES(null),
    /** Bytes of those files. */
    BYTES(null),
    /** Files that a recipient has downloaded completely. */
    DOWNLOADS("download.completed"),
    /** Bytes held by the store at the end of the day. */
    STORED(null, true),
    /** Different people who signed in. */
    SIGNED_IN(null, true),
    /** Mails taken by the relay. */
    MAILS_ACCEPTED("mail.accepted"),
    /** Attempts put off, by the relay or on the way. */
    MAILS_DEFERRED("mail.deferred"),
    /** Mails given up by the relay. */
    MAILS_REFUSED("mail.refused"),
    /** Mails returned by a later server. */
    MAILS_BOUNCED("mail.bounced"),
    /** Files analysed. */
    ANALYSES(null),
    /** Seconds that these waited for their verdict, all together. */
    ANALYSIS_SECONDS(null),
    /** Seconds that the one that waited longest did. */
    ANALYSIS_LONGEST(null, true);

    private final @Nullable String fact;
    private final boolean level;

    Figure(@Nullable String fact) {
        this(fact, false);
    }

    Figure(@Nullable String fact, boolean level) {
        this.fact = fact;
        this.level = level;
    }

    /** Kind of the journal's fact that is counted, for figures that are such a count. */
    Optional<String> fact() {
        return Optional.ofNullable(fact);
    }

    /** Several days have the highest of their values, not the sum. */
    boolean level() {
        return level;
    }

    /** As written in CSV and interface: {@code mails_accepted}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
