package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Who may read and post the messages of one kind of origin. For a letter: its sender and its recipients; for any other
 * kind the rule of the feature that owns it, which replaces that (M-3). The exchange asks it at each request and again
 * while bytes travel; it is asked only about people who are active, present themselves and no office.
 */
public interface AccessRule {

    /** The {@link Origin#kind()} this rule replaces the sender-or-recipient rule for. */
    String kind();

    /** Whether {@code person} may see any of it. */
    Decision decide(Person person, Message message);

    /** Whether {@code person} may have this one file of it; asked beside the decision about the message. */
    default Decision decide(Person person, Message message, UUID file) {
        return decide(person, message);
    }

    /**
     * Whether {@code person} may post there now: asked when a draft is made and again, in the same transaction, when
     * « Envoyer » is pressed; never when the message leaves (E-4). Without a refusal in it the decision answers like an
     * unknown place.
     */
    Decision mayPost(Person person, Origin origin);

    /**
     * What of these places {@code person} may read now, as {@link #decide} would say for each message and file: for
     * lists, counts, search and zips of many messages.
     *
     * @param origins references of {@link Origin}s of this kind
     */
    Visible visible(Person person, Collection<UUID> origins);

    /**
     * What everything posted there belongs to: its files have the key of that (ADR 0065). By default the place itself.
     */
    default UUID keeper(Origin origin) {
        return Objects.requireNonNull(origin.reference());
    }

    /**
     * What somebody may read of some places.
     *
     * @param origins places of which every message may be read whole
     * @param files single files that may be had in the other places
     */
    record Visible(Set<UUID> origins, Set<UUID> files) {

        public static final Visible NOTHING = new Visible(Set.of(), Set.of());

        public Visible {
            origins = Set.copyOf(origins);
            files = Set.copyOf(files);
        }

        /** Whether a file of a message posted at {@code origin} is among it. */
        public boolean holds(UUID origin, UUID file) {
            return origins.contains(origin) || files.contains(file);
        }
    }
}
