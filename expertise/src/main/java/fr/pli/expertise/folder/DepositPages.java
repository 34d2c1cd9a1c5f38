package fr.pli.expertise.folder;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.Origin;
import fr.pli.exchange.message.OriginPages;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where the exchange leads who asks for a deposit: a draft to its own page, anything else to its folder. */
@Component
class DepositPages implements OriginPages {

    private final Folders folders;

    DepositPages(Folders folders) {
        this.folders = folders;
    }

    @Override
    public String kind() {
        return Access.KIND;
    }

    @Override
    public Optional<String> page(Person person, Message message) {
        return message.sender().equals(person.id())
                ? draftPage(person, message.id(), message.origin())
                : folder(message.origin())
                        .map(folder -> "/expertises/" + folder.expertise() + "/folders/" + folder.id());
    }

    @Override
    public Optional<String> draftPage(Person person, UUID draft, Origin origin) {
        return folder(origin).map(folder -> "/expertises/" + folder.expertise() + "/deposits/" + draft);
    }

    private Optional<Folder> folder(Origin origin) {
        return folders.find(Objects.requireNonNull(origin.reference()));
    }
}
