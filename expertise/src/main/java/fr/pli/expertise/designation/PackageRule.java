package fr.pli.expertise.designation;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.AccessRule;
import fr.pli.exchange.message.Decision;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.message.Origin;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Who has the files of a designation: whoever holds it, always (D-8); the expert while it waits for an answer and after
 * an acceptance (D-6), and always what the expert joined to an answer.
 */
@Service
class PackageRule implements AccessRule {

    /** The {@link Origin#kind()} of packages and of what is joined to answers; the reference is the designation. */
    static final String KIND = "designation";

    private final DesignationTable table;
    private final Designations designations;
    private final ObjectProvider<Messages> messages;

    /** @param messages looked up at the first question: they ask the rules themselves */
    PackageRule(DesignationTable table, Designations designations, ObjectProvider<Messages> messages) {
        this.table = table;
        this.designations = designations;
        this.messages = messages;
    }

    static Origin origin(UUID designation) {
        return new Origin(KIND, designation);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Decision decide(Person person, Message message) {
        return table.find(Objects.requireNonNull(message.origin().reference()))
                .map(designation -> decide(person, designation, message))
                .orElseGet(() -> Decision.no("unknown"));
    }

    private Decision decide(Person person, Designation designation, Message message) {
        if (designation.heldBy(person.id())) {
            return Decision.yes("holder");
        }
        if (!designation.addressedTo(person.id())) {
            return Decision.no("no-role");
        }
        if (message.id().equals(designation.joined())) {
            return Decision.yes("expert");
        }
        return designation.served(designations.today()) ? Decision.yes("expert") : Decision.no("over");
    }

    /** The package by its author before it has left; what is joined to an answer by the expert. */
    @Override
    public Decision mayPost(Person person, Origin origin) {
        return table.find(Objects.requireNonNull(origin.reference()))
                .filter(designation -> mayPost(person, designation))
                .map(designation -> Decision.yes("designation"))
                .orElseGet(() -> Decision.no("no-role"));
    }

    private boolean mayPost(Person person, Designation designation) {
        return switch (designation.state()) {
            case DRAFT -> designation.author().equals(person.id());
            case PENDING -> designation.addressedTo(person.id()) && !designation.overdue(designations.today());
            case ACCEPTED, REFUSED -> designation.addressedTo(person.id());
            case WITHDRAWN, EXPIRED -> false;
        };
    }

    @Override
    public Visible visible(Person person, Collection<UUID> origins) {
        var whole = new HashSet<UUID>();
        var files = new HashSet<UUID>();
        for (Designation designation : table.findAll(origins)) {
            if (designation.heldBy(person.id())
                    || designation.addressedTo(person.id()) && designation.served(designations.today())) {
                whole.add(designation.id());
            } else if (designation.addressedTo(person.id()) && designation.joined() != null) {
                messages.getObject().find(designation.joined()).stream()
                        .flatMap(message -> message.attachments().stream())
                        .forEach(attachment -> files.add(attachment.file()));
            }
        }
        return new Visible(whole, files);
    }
}
