package fr.pli.exchange.expiry;

import fr.pli.exchange.message.MessageEndMoved;
import fr.pli.exchange.message.MessageSent;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.message.Messaging;
import fr.pli.exchange.platform.Task;
import fr.pli.exchange.platform.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Ends each message by a task staged when it was made available. Its files are unreadable by the clock from that moment
 * on; the task removes the wrapped keys (U-13).
 */
@Service
class ClockedEndOfLife implements EndOfLife, Task {

    static final String NAME = "expiry-end";

    private final Messages messages;
    private final Messaging messaging;
    private final Tasks tasks;
    private final Clock clock;

    ClockedEndOfLife(Messages messages, Messaging messaging, Tasks tasks, Clock clock) {
        this.messages = messages;
        this.messaging = messaging;
        this.tasks = tasks;
        this.clock = clock;
    }

    @EventListener
    void on(MessageSent sent) {
        Instant end = sent.message().endsAt();
        if (end != null) {
            tasks.stage(NAME, sent.message().id().toString(), end);
        }
    }

    @EventListener
    void on(MessageEndMoved moved) {
        tasks.restage(
                NAME,
                moved.message().id().toString(),
                Objects.requireNonNull(moved.message().endsAt()));
    }

    @Override
    public void end(UUID message) {
        messaging.expire(message);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** An end that was moved since is waited for. */
    @Override
    public @Nullable Instant run(String id) {
        UUID message = UUID.fromString(id);
        end(message);
        return messages.find(message)
                .filter(found -> found.available(clock.instant()))
                .map(found -> found.endsAt())
                .orElse(null);
    }
}
