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
 * @param files by id; one that is absent is gone
 */
record Sending(
        Person sender,
        MessageRecord message,
        List<Person> recipients,
        List<Person> unreachable,
        Map<UUID, StoredFile> files,
        MessageSettings limits) {

    boolean letter() {
        return message.origin().kind().equals(Origin.LETTER.kind());
    }

    /** Every file may be handed to recipients now. */
    boolean ready() {
        return message.files().stream().allMatch(file -> {
            StoredFile stored = files.get(file);
            return stored != null && stored.deliverable();
        });
    }
}
