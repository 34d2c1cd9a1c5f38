package fr.pli.exchange.message;

import fr.pli.exchange.platform.RefusedException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a draft and its sending.
 *
 * @param file the file it is about, if it is about one
 * @param arguments what its sentence is filled with
 */
public record Obstacle(MessageRefusal refusal, @Nullable UUID file, List<Object> arguments) {

    static Obstacle of(MessageRefusal refusal, Object... arguments) {
        return new Obstacle(refusal, null, List.of(arguments));
    }

    static Obstacle about(AttachmentRecord attachment, MessageRefusal refusal, Object... arguments) {
        return new Obstacle(refusal, attachment.file(), List.of(arguments));
    }

    Obstacle about(UUID which) {
        return new Obstacle(refusal, which, arguments);
    }

    RefusedException refused() {
        return refusal.with(arguments.toArray());
    }
}
