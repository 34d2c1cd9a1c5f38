package fr.pli.exchange.notification;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.RequestActor;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.Outbox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
        Round round = round(act, message, Map.of());
        round.tell(to, kind, refs);
        return round.deliver().stream().findFirst();
    }

    /**
     * Tells several people of one act about one message, all at once: see {@link Round#deliver}.
     *
     * @param wanted what some of them want, as far as it is known
     */
    Round round(Act act, UUID message, Map<UUID, Set<Preferences.Notice>> wanted) {
        return new Round(this, act, message, wanted);
    }

    /** Every notice with one statement, every preference with another, every mail with a third. */
    private List<UUID> deliver(Round round) {
        bell.ringAll(round.rings());
        round.wanted.putAll(preferences.ofAll(round.unasked()));
        return outbox.stageAll(round.letters());
    }

    /**
     * Whose act is told.
     *
     * @param who null for the message's sender or the platform
     * @param hand who acted for them with a delegation; null when they did
     */
    record Act(@Nullable UUID who, @Nullable UUID hand) {}

    /** People to be told of one act about one message. */
    static final class Round {

        private final Post post;
        private final Act act;
        private final UUID message;
        private final Map<UUID, Set<Preferences.Notice>> wanted;
        private final List<Telling> tellings = new ArrayList<>();

        private Round(Post post, Act act, UUID message, Map<UUID, Set<Preferences.Notice>> wanted) {
            this.post = post;
            this.act = act;
            this.message = message;
            this.wanted = new HashMap<>(wanted);
        }

        void tell(Person to, NoticeKind kind, Map<String, String> refs) {
            if (receives(to)) {
                tellings.add(new Telling(to, kind, kind.template(), kind.wish(), refs));
            }
        }

        /** By mail: the notice in the application is the recipient's, whose bell the holder sees as well. */
        void tellHolder(Person holder, UUID recipient) {
            if (receives(holder)) {
                tellings.add(new Telling(
                        holder, null, RECEIVED_FOR, Preferences.Notice.RECEIVED, Map.of("for", recipient.toString())));
            }
        }

        /** @return the mails staged: for those who want one */
        List<UUID> deliver() {
            return post.deliver(this);
        }

        private List<Bell.Ring> rings() {
            return tellings.stream()
                    .flatMap(one -> Optional.ofNullable(one.kind()).stream()
                            .map(kind -> new Bell.Ring(one.to().id(), kind.name(), message, null, act)))
                    .toList();
        }

        private Set<UUID> unasked() {
            return tellings.stream()
                    .filter(one -> one.template() != null && one.wish() != null)
                    .map(one -> one.to().id())
                    .filter(person -> !wanted.containsKey(person))
                    .collect(Collectors.toSet());
        }

        private List<Letter> letters() {
            return tellings.stream()
                    .flatMap(one -> one.letter(message, wanted).stream())
                    .toList();
        }
    }

    /**
     * @param kind of the notice in the application; null for a mail only
     * @param template of the mail; null where there is none
     * @param wish the preference that decides about the mail; null when it cannot be unticked
     */
    private record Telling(
            Person to,
            @Nullable NoticeKind kind,
            @Nullable String template,
            Preferences.@Nullable Notice wish,
            Map<String, String> refs) {

        Optional<Letter> letter(UUID message, Map<UUID, Set<Preferences.Notice>> wanted) {
            boolean wants =
                    wish == null || wanted.getOrDefault(to.id(), Set.of()).contains(wish);
            return template == null || !wants
                    ? Optional.empty()
                    : Optional.of(new Letter(to.email(), to.id(), to.language(), template, message, refs));
        }
    }
}
