package fr.pli.exchange.message;

import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.MailView;
import fr.pli.exchange.platform.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells the sender what blocked a sending that was waiting; nothing is left to say once it was changed. */
@Component
class BlockedMail implements MailView {

    static final String TEMPLATE = "message-blocked";

    private final MessageRecords records;
    private final Dispatch dispatch;
    private final MessageSource messages;
    private final Units units;

    BlockedMail(MessageRecords records, Dispatch dispatch, MessageSource messages, Units units) {
        this.records = records;
        this.dispatch = dispatch;
        this.messages = messages;
        this.units = units;
    }

    @Override
    public String template() {
        return TEMPLATE;
    }

    @Override
    public Optional<Map<String, Object>> model(Letter letter) {
        UUID id = UUID.fromString(letter.refs().getOrDefault("message", ""));
        return units.call(() -> records.findById(id)
                .filter(message -> message.state() == MessageState.DRAFT)
                .flatMap(message -> model(message, letter)));
    }

    private Optional<Map<String, Object>> model(MessageRecord message, Letter letter) {
        Obstacle obstacle = Drafts.blocked(message, dispatch.read(message));
        if (obstacle == null) {
            return Optional.empty();
        }
        String subject = message.subject().isBlank()
                ? messages.getMessage("message.untitled", null, letter.language())
                : message.subject();
        String reason = messages.getMessage(
                "refusal." + obstacle.refusal().code(), obstacle.arguments().toArray(), letter.language());
        return Optional.of(Map.of(
                "subjectArguments",
                List.of(subject),
                "subject",
                subject,
                "reason",
                reason,
                "path",
                "/messages/drafts/" + message.id()));
    }
}
