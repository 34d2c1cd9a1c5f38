package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who may read a letter: its sender, its recipients and the present members of an office among them, nobody else. Who
 * may be written to is decided by the rules of sending; letters are posted nowhere, so no place makes them visible.
 */
@Component
class LetterRule implements AccessRule {

    @Override
    public String kind() {
        return Origin.LETTER.kind();
    }

    @Override
    public Decision decide(Person person, Message message) {
        if (message.readers().contains(person.id())) {
            return Decision.yes("recipient");
        }
        return message.sender().equals(person.id()) ? Decision.yes("sender") : Decision.no("stranger");
    }

    @Override
    public Decision mayPost(Person person, Origin origin) {
        return Decision.yes("letter");
    }

    @Override
    public Visible visible(Person person, Collection<UUID> origins) {
        return Visible.NOTHING;
    }
}
