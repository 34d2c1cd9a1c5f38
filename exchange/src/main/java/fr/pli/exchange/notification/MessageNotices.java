package fr.pli.exchange.notification;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageDeleted;
import fr.pli.exchange.message.MessageSeen;
import fr.pli.exchange.message.MessageSent;
import fr.pli.exchange.message.Origin;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is told at once about letters: received, acknowledged, seen, deleted (X-5, N-2). Staged with the fact. */
@Component
class MessageNotices {

    private final Directory directory;
    private final Preferences preferences;
    private final Post post;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Clock clock;

    MessageNotices(
            Directory directory, Preferences preferences, Post post, Journal journal, JdbcClient jdbc, Clock clock) {
        this.directory = directory;
        this.preferences = preferences;
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
        for (Person recipient : people(message.readers())) {
            if (preferences.wants(recipient.id(), Preferences.Notice.RECEIVED)) {
                post.stage(recipient, Post.RECEIVED, message.id(), Map.of());
            } else {
                untold(message.id(), recipient.id());
            }
        }
        directory
                .find(message.sender())
                .ifPresent(sender -> post.stage(sender, Post.ACKNOWLEDGED, message.id(), Map.of()));
    }

    @EventListener
    void on(MessageSeen seen) {
        Message message = seen.message();
        if (!letter(message) || !preferences.wants(message.sender(), Preferences.Notice.SEEN)) {
            return;
        }
        directory
                .find(message.sender())
                .ifPresent(sender -> post.stage(
                        sender,
                        Post.SEEN,
                        message.id(),
                        Map.of(
                                "reader", seen.reader().toString(),
                                "at", seen.at().toString())));
    }

    @EventListener
    void on(MessageDeleted deleted) {
        Message message = deleted.message();
        if (!letter(message) || message.availableAt() == null) {
            return;
        }
        for (Person recipient : people(message.readers())) {
            if (preferences.wants(recipient.id(), Preferences.Notice.DELETED)) {
                post.stage(
                        recipient,
                        Post.DELETED,
                        message.id(),
                        Map.of("at", clock.instant().toString()));
            }
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
