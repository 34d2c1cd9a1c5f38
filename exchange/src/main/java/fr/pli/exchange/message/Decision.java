package fr.pli.exchange.message;

import fr.pli.exchange.platform.Refusal;
import fr.pli.exchange.platform.RefusedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody may read or post, and why.
 *
 * @param reason short and stable, such as {@code recipient}, {@code sender}, {@code expired}, {@code stranger}
 * @param refusal what the person is told when they may not; null when they must not learn that there is anything
 * @param arguments what the refusal's sentence is filled with
 */
public record Decision(
        boolean allowed, String reason, @Nullable Refusal refusal, List<Object> arguments) {

    public static Decision yes(String reason) {
        return new Decision(true, reason, null, List.of());
    }

    /** Answered like an id that never was. */
    public static Decision no(String reason) {
        return new Decision(false, reason, null, List.of());
    }

    /** Answered with a sentence. */
    public static Decision no(String reason, Refusal refusal, Object... arguments) {
        return new Decision(false, reason, refusal, List.of(arguments));
    }

    /** @throws RefusedException when it is no: with its own refusal, or as for an unknown id */
    public void require() {
        if (!allowed) {
            throw refusal == null ? MessageRefusal.UNKNOWN.with() : refusal.with(arguments.toArray());
        }
    }
}
