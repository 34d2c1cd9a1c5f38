package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Finds the page of what is no letter: of its owner, for who may see it there. */
@Service
public class Ways {

    private final Messages messages;
    private final AccessRules rules;
    private final List<OriginPages> pages;

    Ways(Messages messages, AccessRules rules, List<OriginPages> pages) {
        this.messages = messages;
        this.rules = rules;
        this.pages = pages;
    }

    /**
     * Where a message is shown that is no letter.
     *
     * @return empty for letters and unknown ids, which the pages of letters answer for
     * @throws fr.pli.exchange.platform.RefusedException like an unknown id, where {@code person} has no page of it
     */
    public Optional<String> of(Person person, UUID id) {
        return messages.find(id).filter(message -> !message.origin().letter()).map(message -> page(person, message)
                .orElseThrow(MessageRefusal.UNKNOWN::with));
    }

    private Optional<String> page(Person person, Message message) {
        Optional<OriginPages> owner = pages.stream()
                .filter(one -> one.kind().equals(message.origin().kind()))
                .findFirst();
        if (message.availableAt() == null) {
            return owner.filter(one -> message.sender().equals(person.id()))
                    .filter(one -> rules.present(person.id(), message.origin()))
                    .flatMap(one -> one.draftPage(person, message.id(), message.origin()));
        }
        return owner.filter(one -> messages.decide(person, message).allowed())
                .flatMap(one -> one.page(person, message));
    }
}
