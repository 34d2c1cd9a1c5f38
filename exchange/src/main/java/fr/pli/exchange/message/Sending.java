package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.StoredFile;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Everything the rules of sending look at, read once.
 *
 * @param recipients in the order the sender gave
 * @param unreachable those of them who may not be written to (any more)
 * @param members of each functional recipient among them, by its id
 * @param files by id; one that is absent is gone
 */
record Sending(
        Person sender,
        MessageRecord message,
        List<Person> recipients,
        List<Person> unreachable,
        Map<UUID, List<Person>> members,
        Map<UUID, StoredFile> files,
        Limits limits) {

    boolean letter() {
        return message.origin().letter();
    }

    /** Functional recipients of whom no active member but the sender would receive. */
    List<Person> unattended() {
        return recipients.stream()
                .filter(office -> office.profile().functional())
                .filter(office -> members.getOrDefault(office.id(), List.of()).stream()
                        .noneMatch(member -> member.active() && !member.id().equals(sender.id())))
                .toList();
    }

    /** People who receive because of an office; who writes to an own office does not receive it. */
    List<UUID> admitted() {
        return members.values().stream()
                .flatMap(List::stream)
                .map(Person::id)
                .filter(id -> !id.equals(sender.id()))
                .distinct()
                .toList();
    }

    /** Every file may be handed to recipients now. */
    boolean ready() {
        return message.files().stream().allMatch(file -> {
            StoredFile stored = files.get(file);
            return stored != null && stored.deliverable();
        });
    }
}
