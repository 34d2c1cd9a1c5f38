package fr.pli.exchange.message;

/**
 * Whether somebody may read, and why.
 *
 * @param reason short and stable, such as {@code recipient}, {@code sender}, {@code expired}, {@code stranger}
 */
public record Decision(boolean allowed, String reason) {

    public static Decision yes(String reason) {
        return new Decision(true, reason);
    }

    public static Decision no(String reason) {
        return new Decision(false, reason);
    }
}
