package fr.pli.expertise.designation;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.Origin;
import fr.pli.exchange.message.OriginPages;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where the exchange leads who asks for the message of a designation. */
@Component
class PackagePages implements OriginPages {

    private final DesignationTable table;

    PackagePages(DesignationTable table) {
        this.table = table;
    }

    @Override
    public String kind() {
        return PackageRule.KIND;
    }

    @Override
    public Optional<String> page(Person person, Message message) {
        return Optional.of("/designations/" + message.origin().reference());
    }

    /** The package to its second step; what is joined to an answer to the page of its files, once that was given. */
    @Override
    public Optional<String> draftPage(Person person, UUID draft, Origin origin) {
        String page = "/designations/" + origin.reference();
        return table.carrying(draft).isPresent()
                ? Optional.of(page + "/files")
                : table.findAll(List.of(Objects.requireNonNull(origin.reference()))).stream()
                        .findFirst()
                        .map(found -> found.answered() ? page + "/answer" : page);
    }
}
