package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import java.util.Optional;
import java.util.UUID;

/**
 * Where messages of one kind of origin are shown by the feature that owns them. The pages of letters never show another
 * kind: they lead there, and answer like an unknown id where there is no page for the person. Paths begin with "/".
 */
public interface OriginPages {

    /** The {@link Origin#kind()} whose pages these are. */
    String kind();

    /** The page of a message that has left and that {@code person} may read now. */
    Optional<String> page(Person person, Message message);

    /** Where {@code person} goes on with an own draft, or watches it wait for its files. */
    Optional<String> draftPage(Person person, UUID draft, Origin origin);
}
