package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.RefusedException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Letters that have left, locked to be changed by who sent or received them. What is no letter is permanent once it has
 * left, for everybody (E-5): it is refused here, before anything else is looked at.
 */
@Component
class LetterRecords {

    private final MessageRecords records;
    private final Messages messages;

    LetterRecords(MessageRecords records, Messages messages) {
        this.records = records;
        this.messages = messages;
    }

    /**
     * If {@code sender} sent it; refuses exactly like an unknown id otherwise.
     *
     * @throws RefusedException when its life is over
     */
    MessageRecord running(UUID id, Person sender, Instant now) {
        MessageRecord message = left(sender, id);
        if (!message.sender().equals(sender.id())) {
            throw MessageRefusal.UNKNOWN.with();
        }
        if (!message.life().running(now)) {
            throw MessageRefusal.ENDED.with();
        }
        return message;
    }

    /** If {@code reader} receives it; refuses exactly like an unknown id otherwise. */
    MessageRecord received(UUID id, Person reader) {
        MessageRecord message = left(reader, id);
        if (message.state() == MessageState.DELETED || !message.readers().contains(reader.id())) {
            throw MessageRefusal.UNKNOWN.with();
        }
        return message;
    }

    private MessageRecord left(Person person, UUID id) {
        MessageRecord message = records.lock(id)
                .filter(found -> found.life().availableAt() != null)
                .orElseThrow(MessageRefusal.UNKNOWN::with);
        requireLetter(person, message.view());
        return message;
    }

    /** Who may read what is permanent is told so; for anybody else there is nothing. */
    void requireLetter(Person person, Message message) {
        if (!message.origin().letter()) {
            throw messages.decide(person, message).allowed()
                    ? MessageRefusal.PERMANENT.with()
                    : MessageRefusal.UNKNOWN.with();
        }
    }
}
