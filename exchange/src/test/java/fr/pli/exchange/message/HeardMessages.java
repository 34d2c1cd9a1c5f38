package fr.pli.exchange.message;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What was told about messages, once it was committed. */
@Component
class HeardMessages {

    private final List<Object> events = new CopyOnWriteArrayList<>();

    @TransactionalEventListener
    void sent(MessageSent event) {
        events.add(event);
    }

    @TransactionalEventListener
    void seen(MessageSeen event) {
        events.add(event);
    }

    @TransactionalEventListener
    void deleted(MessageDeleted event) {
        events.add(event);
    }

    @TransactionalEventListener
    void expired(MessageExpired event) {
        events.add(event);
    }

    List<Message> sentOf(UUID message) {
        return events.stream()
                .filter(MessageSent.class::isInstance)
                .map(event -> ((MessageSent) event).message())
                .filter(sent -> sent.id().equals(message))
                .toList();
    }

    long count(Class<?> kind, UUID message) {
        return events.stream()
                .filter(kind::isInstance)
                .filter(event -> about(event).equals(message))
                .count();
    }

    private static UUID about(Object event) {
        return switch (event) {
            case MessageSent sent -> sent.message().id();
            case MessageSeen seen -> seen.message().id();
            case MessageDeleted deleted -> deleted.message().id();
            case MessageExpired expired -> expired.message().id();
            default -> throw new IllegalStateException(event.toString());
        };
    }
}
