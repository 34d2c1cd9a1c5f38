package fr.pli.exchange.notification;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.Outbox;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stages the mails about messages; somebody suspended or departed is not written to. */
@Component
class Post {

    static final String RECEIVED = "message-received";
    static final String ACKNOWLEDGED = "message-acknowledged";
    static final String SEEN = "message-seen";
    static final String DOWNLOADED = "message-downloaded";
    static final String DELETED = "message-deleted";
    static final String ENDING = "message-ending";

    private final Outbox outbox;

    Post(Outbox outbox) {
        this.outbox = outbox;
    }

    static boolean receives(Person person) {
        return !person.profile().functional() && stays(person);
    }

    private static boolean stays(Person person) {
        return person.state() == PersonState.ACTIVE || person.state() == PersonState.INVITED;
    }

    void stage(Person to, String template, UUID message, Map<String, String> refs) {
        if (receives(to)) {
            outbox.stage(new Letter(to.email(), to.id(), to.language(), template, message, refs));
        }
    }
}
