package fr.pli.exchange.attachment;

import org.jspecify.annotations.Nullable;

/**
 * What the analysis found out about some bytes.
 *
 * @param reason signature name when INFECTED, name of an {@link Unscannable} when UNSCANNABLE, name of a {@link Broken}
 *     when BROKEN
 */
record Verdict(FileState state, @Nullable String reason) {

    static final Verdict CLEAN = new Verdict(FileState.CLEAN, null);

    static Verdict of(Unscannable why) {
        return new Verdict(FileState.UNSCANNABLE, why.name());
    }

    static Verdict of(Broken why) {
        return new Verdict(FileState.BROKEN, why.name());
    }

    static Verdict infected(String signature) {
        return new Verdict(FileState.INFECTED, signature);
    }

    boolean is(FileState other) {
        return state == other;
    }

    /** The verdict about two parts of one file: infected before unscannable before clean; of equals the first. */
    Verdict and(Verdict other) {
        return weight(other) > weight(this) ? other : this;
    }

    private static int weight(Verdict verdict) {
        return switch (verdict.state) {
            case CLEAN -> 0;
            case UNSCANNABLE -> 1;
            case INFECTED -> 2;
            default -> 3;
        };
    }

    /** Why the stored bytes are not to be trusted at all. */
    enum Broken {
        /** They do not have the fingerprint that the sender's own client computed (U-4). */
        CLAIM_DIFFERS,
        /** They do not have the fingerprint that an earlier pass found. */
        CHANGED,
        /** A segment is not what was sealed, or gone. */
        UNREADABLE
    }
}
