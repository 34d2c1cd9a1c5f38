package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds messages for other features. */
public interface Messages {

    Optional<Message> find(UUID id);

    /** Those that there are, by id, in a few queries however many are asked for. */
    Map<UUID, Message> findAll(Collection<UUID> ids);

    /** The decision about reading, asked by every route that shows a message or hands over a byte of it. */
    Decision decide(Person person, Message message);

    /** The message, if {@code person} may read it now; refuses exactly like an unknown id otherwise. */
    Message readable(Person person, UUID id);

    /** The message, if {@code person} sent it; refuses exactly like an unknown id otherwise. */
    Message sentBy(Person person, UUID id);
}
