package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import org.springframework.stereotype.Component;

/** Who may read a letter: its sender, its recipients and the present members of an office among them, nobody else. */
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
}
