package fr.pli.exchange.delegation;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.Outbox;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is told of a delegation, in the transaction of the fact. */
@Component
class DelegationLetters {

    private final Outbox outbox;

    DelegationLetters(Outbox outbox) {
        this.outbox = outbox;
    }

    void given(Delegation delegation) {
        tell(DelegationMails.GIVEN, delegation, delegation.giver());
        tell(DelegationMails.GIVEN, delegation, delegation.holder());
    }

    void ended(Delegation delegation) {
        tell(DelegationMails.ENDED, delegation, delegation.giver());
        tell(DelegationMails.ENDED, delegation, delegation.holder());
    }

    /** To one of the two: it is with another account of the other now (C-6). */
    void moved(Delegation delegation, Person person) {
        tell(DelegationMails.GIVEN, delegation, person);
    }

    private void tell(String template, Delegation delegation, Person person) {
        if (person.active()) {
            outbox.stage(new Letter(
                    person.email(),
                    person.id(),
                    person.language(),
                    template,
                    delegation.id(),
                    Map.of("delegation", delegation.id().toString())));
        }
    }
}
