package fr.pli.exchange.notification;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.mail.MailFate;
import fr.pli.exchange.mail.MailSettled;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.Messages;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the sender that a recipient could not be told of the message by mail, so that they can do it otherwise. */
@Component
class Undelivered {

    private final Messages messages;
    private final Directory directory;
    private final Post post;

    Undelivered(Messages messages, Directory directory, Post post) {
        this.messages = messages;
        this.directory = directory;
        this.post = post;
    }

    @EventListener
    void on(MailSettled settled) {
        MailFate fate = settled.fate();
        UUID reader = fate.reader();
        if (reader == null
                || !fate.template().equals(NoticeKind.RECEIVED.template())
                || !fate.state().failed()) {
            return;
        }
        Optional.ofNullable(settled.subject())
                .flatMap(messages::find)
                .filter(MessageNotices::letter)
                .ifPresent(message -> tell(message, reader, fate));
    }

    private void tell(Message message, UUID reader, MailFate fate) {
        directory
                .find(message.sender())
                .ifPresent(sender -> post.tell(
                        sender,
                        NoticeKind.UNDELIVERED,
                        message.id(),
                        reader,
                        Map.of(
                                "reader", reader.toString(),
                                "reason", fate.reason().name())));
    }
}
