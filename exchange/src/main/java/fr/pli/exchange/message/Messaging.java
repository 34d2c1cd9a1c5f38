package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import java.util.Collection;
import java.util.UUID;

/** What a person does with messages: prepare, send, delete. Every method is one unit of work. */
public interface Messaging {

    /**
     * A new empty draft; {@code origin} says where it will be posted. A letter has an end, anything else has none.
     *
     * @throws fr.pli.exchange.platform.RefusedException when the rule of that kind of origin says that {@code author} may
     *     not post there
     */
    UUID draft(Person author, Origin origin, Retention retention);

    /** A new draft of a letter that says this already; refused as {@link #draft} and {@link #edit} would, then there is none. */
    UUID letter(Person author, Collection<String> recipients, String subject, String comment, int days);

    /**
     * Replaces what the draft says; recipients are addresses, each checked and refused by name. What is no letter
     * has none, and {@code days} mean nothing for it.
     */
    void edit(Person author, UUID draft, Collection<String> recipients, String subject, String comment, int days);

    /** Takes a file off a draft; its bytes are erased unless another message shows them. */
    void remove(Person author, UUID draft, UUID file);

    /**
     * Gives a file of a draft another name, before anybody else has seen it.
     *
     * @param path file name with its folders, separated by "/"
     */
    void rename(Person author, UUID draft, UUID file, String path);

    /**
     * Remembers the fingerprint that the author's own client computed over the whole file; another one than the first is
     * refused: it is not the file that was begun.
     *
     * @param sha256 lower-case hex
     */
    void claim(Person author, UUID draft, UUID file, String sha256);

    /**
     * Sends when its files are ready: at once or by itself later. Sending it again changes nothing. Whether the
     * author may post there is decided here and not when it leaves (E-4); heard as {@link MessageQueued}.
     */
    default void send(Person author, UUID draft) {
        send(author, draft, false);
    }

    /** @param unattended the author knows that an office named has no active member, and sends all the same */
    void send(Person author, UUID draft, boolean unattended);

    /** Takes a queued sending back to the drafts. */
    void recall(Person author, UUID message);

    /**
     * Discards a draft, or deletes a sent letter: recipients lose access at once. What is no letter is permanent
     * once it has left (E-5).
     */
    void delete(Person author, UUID message);

    /** Records that {@code reader} opened the message; the first time is a fact. */
    void seen(Person reader, UUID message);

    /** Records the end of life of a message whose time is over; called by the jobs of expiry, harmless before. */
    void expire(UUID message);
}
