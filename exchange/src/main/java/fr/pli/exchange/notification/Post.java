package fr.pli.exchange.notification;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.RequestActor;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.Outbox;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells people about messages: in the application, and by mail where they want that. Somebody suspended or departed is
 * not written to.
 */
@Component
class Post {

    static final String RECEIVED_FOR = "message-received-for";

    private final Outbox outbox;
    private final Bell bell;
    private final Preferences preferences;
    private final RequestActor actors;

    Post(Outbox outbox, Bell bell, Preferences preferences, RequestActor actors) {
        this.outbox = outbox;
        this.bell = bell;
        this.preferences = preferences;
        this.actors = actors;
    }

    static boolean receives(Person person) {
        return !person.profile().functional() && person.state().receives();
    }

    Optional<UUID> tell(Person to, NoticeKind kind, UUID message) {
        return tell(to, kind, message, null, Map.of());
    }

    /**
     * @param who whose act it is, where that is not the sender
     * @param refs what the mail renders from
     * @return the mail, if one was staged
     */
    Optional<UUID> tell(Person to, NoticeKind kind, UUID message, @Nullable UUID who, Map<String, String> refs) {
        return tell(new Act(who, actors.hand().orElse(null)), to, kind, message, refs);
    }

    Optional<UUID> tell(Act act, Person to, NoticeKind kind, UUID message, Map<String, String> refs) {
        if (!receives(to)) {
            return Optional.empty();
        }
        bell.ring(to.id(), kind, message, act);
        if (kind.template() == null || kind.wish() != null && !preferences.wants(to.id(), kind.wish())) {
            return Optional.empty();
        }
        return Optional.of(
                outbox.stage(new Letter(to.email(), to.id(), to.language(), kind.template(), message, refs)));
    }

    /**
     * Whose act is told.
     *
     * @param who null for the message's sender or the platform
     * @param hand who acted for them with a delegation; null when they did
     */
    record Act(@Nullable UUID who, @Nullable UUID hand) {}

    /** By mail: the notice in the application is the recipient's, whose bell the holder sees as well. */
    void tellHolder(Person holder, UUID message, UUID recipient) {
        if (receives(holder) && preferences.wants(holder.id(), Preferences.Notice.RECEIVED)) {
            outbox.stage(new Letter(
                    holder.email(),
                    holder.id(),
                    holder.language(),
                    RECEIVED_FOR,
                    message,
                    Map.of("for", recipient.toString())));
        }
    }
}
