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

    /** The decision about reading, asked by every route that shows a message: whether {@code person} may see any of it. */
    Decision decide(Person person, Message message);

    /** The decision about one file, asked by every route that hands over a byte of it or shows what it is. */
    Decision decide(Person person, Message message, UUID file);

    /**
     * What of these places may be read now, by the rule of their kind.
     *
     * @param kind the {@link Origin#kind()} of all of them
     * @param origins their {@link Origin#reference()}s
     */
    AccessRule.Visible visible(Person person, String kind, Collection<UUID> origins);

    /** The message, if {@code person} may read it now; refuses exactly like an unknown id otherwise. */
    Message readable(Person person, UUID id);

    /**
     * The letter, if {@code person} sent it; refuses exactly like an unknown id otherwise. What is no letter belongs to
     * nobody once it has left: whoever may read it is told that it is permanent (E-5).
     */
    Message sentBy(Person person, UUID id);
}
