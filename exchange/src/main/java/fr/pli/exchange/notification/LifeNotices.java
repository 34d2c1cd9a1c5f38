package fr.pli.exchange.notification;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageBlocked;
import fr.pli.exchange.message.MessageEndMoved;
import fr.pli.exchange.message.OwnBox;
import fr.pli.exchange.message.TimeAsked;
import fr.pli.exchange.message.TimeDeclined;
import fr.pli.exchange.message.TimeRequest;
import fr.pli.exchange.receipt.NotCollected;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is told while a letter lives and when it ends: another end, time asked for, granted, declined, not collected. */
@Component
class LifeNotices {

    private final Directory directory;
    private final OwnBox boxes;
    private final Post post;

    LifeNotices(Directory directory, OwnBox boxes, Post post) {
        this.directory = directory;
        this.boxes = boxes;
        this.post = post;
    }

    /** Who had asked is told so; whoever took the message out of their box has done with it. */
    @EventListener
    void on(MessageEndMoved moved) {
        Message message = moved.message();
        Set<UUID> asked = moved.granted().stream().map(TimeRequest::person).collect(Collectors.toSet());
        Set<UUID> removed = boxes.removedBy(message.id());
        for (Person reader : directory.findAll(message.readers()).values()) {
            if (asked.contains(reader.id())) {
                post.tell(reader, NoticeKind.TIME_GRANTED, message.id());
            } else if (!removed.contains(reader.id())) {
                post.tell(
                        reader,
                        NoticeKind.END_MOVED,
                        message.id(),
                        null,
                        Map.of("before", moved.before().toString()));
            }
        }
    }

    @EventListener
    void on(TimeAsked asked) {
        directory
                .find(asked.message().sender())
                .ifPresent(sender -> post.tell(
                        sender,
                        NoticeKind.TIME_ASKED,
                        asked.message().id(),
                        asked.request().person(),
                        Map.of("request", asked.request().id().toString())));
    }

    @EventListener
    void on(TimeDeclined declined) {
        directory
                .find(declined.request().person())
                .ifPresent(reader -> post.tell(
                        reader,
                        NoticeKind.TIME_DECLINED,
                        declined.message().id(),
                        null,
                        Map.of("request", declined.request().id().toString())));
    }

    @EventListener
    void on(NotCollected ended) {
        directory
                .find(ended.message().sender())
                .ifPresent(sender -> post.tell(
                        sender, NoticeKind.NOT_COLLECTED, ended.message().id()));
    }

    @EventListener
    void on(MessageBlocked blocked) {
        directory
                .find(blocked.message().sender())
                .ifPresent(sender ->
                        post.tell(sender, NoticeKind.BLOCKED, blocked.message().id()));
    }
}
