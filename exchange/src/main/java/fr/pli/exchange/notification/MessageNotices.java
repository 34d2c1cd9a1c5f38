package fr.pli.exchange.notification;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.delegation.Delegations;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageDeleted;
import fr.pli.exchange.message.MessageSeen;
import fr.pli.exchange.message.MessageSent;
import fr.pli.exchange.message.Origin;
import fr.pli.exchange.message.RecipientsAdded;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is told at once about letters: received, acknowledged, seen, deleted (X-5, N-2). Staged with the fact. */
@Component
class MessageNotices {

    private final Directory directory;
    private final Preferences preferences;
    private final Delegations delegations;
    private final Post post;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Clock clock;

    MessageNotices(
            Directory directory,
            Preferences preferences,
            Delegations delegations,
            Post post,
            Journal journal,
            JdbcClient jdbc,
            Clock clock) {
        this.directory = directory;
        this.preferences = preferences;
        this.delegations = delegations;
        this.post = post;
        this.journal = journal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(MessageSent sent) {
        Message message = sent.message();
        if (!letter(message)) {
            return;
        }
        var all = new HashSet<>(message.readers());
        all.add(message.sender());
        Map<UUID, Person> people = directory.findAll(all);
        Post.Round round = announced(message, message.readers(), people);
        tellHolders(round, message.readers());
        Optional.ofNullable(people.get(message.sender()))
                .ifPresent(sender -> round.tell(sender, NoticeKind.ACKNOWLEDGED, Map.of()));
        round.deliver();
    }

    /** The addition of recipients is announced and acknowledged as the sending was. */
    @EventListener
    void on(RecipientsAdded later) {
        UUID message = later.message().id();
        announced(later.message(), later.added(), directory.findAll(later.added()))
                .deliver();
        String added = later.added().stream().map(UUID::toString).collect(Collectors.joining(" "));
        directory
                .find(later.message().sender())
                .ifPresent(sender -> post.tell(
                        sender,
                        NoticeKind.ADDED,
                        message,
                        null,
                        Map.of("added", added, "at", later.at().toString())));
    }

    /** Begins to tell those who receive it; who wants no mail of it is written down as told by no mail. */
    private Post.Round announced(Message message, Collection<UUID> readers, Map<UUID, Person> people) {
        Map<UUID, Set<Preferences.Notice>> wanted = preferences.ofAll(readers);
        Post.Round round = post.round(sending(message), message.id(), wanted);
        readers.stream()
                .flatMap(reader -> Optional.ofNullable(people.get(reader)).stream())
                .forEach(reader -> round.tell(reader, NoticeKind.RECEIVED, Map.of()));
        wanted.forEach((reader, notices) -> {
            if (!notices.contains(Preferences.Notice.RECEIVED)) {
                untold(message.id(), reader);
            }
        });
        return round;
    }

    /** A letter may leave long after its sender's request: whose hand it was stands in the letter. */
    private static Post.Act sending(Message message) {
        return new Post.Act(null, message.sentBy());
    }

    /** Whoever acts for a recipient is told as well, by their own preferences. */
    private void tellHolders(Post.Round round, Collection<UUID> recipients) {
        delegations
                .runningFor(recipients)
                .forEach(delegation ->
                        round.tellHolder(delegation.holder(), delegation.giver().id()));
    }

    @EventListener
    void on(MessageSeen seen) {
        Message message = seen.message();
        if (!letter(message)) {
            return;
        }
        directory
                .find(message.sender())
                .ifPresent(sender -> post.tell(
                        sender,
                        NoticeKind.SEEN,
                        message.id(),
                        seen.reader(),
                        Map.of(
                                "reader", seen.reader().toString(),
                                "hand", seen.hand().toString(),
                                "at", seen.at().toString())));
    }

    @EventListener
    void on(MessageDeleted deleted) {
        Message message = deleted.message();
        if (!letter(message) || message.availableAt() == null) {
            return;
        }
        for (Person recipient : people(message.readers())) {
            post.tell(
                    recipient,
                    NoticeKind.DELETED,
                    message.id(),
                    null,
                    Map.of("at", clock.instant().toString()));
        }
    }

    static boolean letter(Message message) {
        return message.origin().kind().equals(Origin.LETTER.kind());
    }

    private Collection<Person> people(Collection<UUID> ids) {
        return directory.findAll(ids).values();
    }

    private void untold(UUID message, UUID person) {
        int added = jdbc.sql("insert ignore into untold_recipient (message, person, at) values (?, ?, ?)")
                .params(message, person, clock.instant())
                .update();
        if (added == 1) {
            journal.append(Fact.of("notification.declined").message(message).about(person));
        }
    }
}
