package fr.pli.exchange.receipt;

import fr.pli.exchange.message.Message;
import java.util.List;
import java.util.UUID;

/** What is known of who had which file of a message. */
public interface Receipts {

    /** One per recipient and file in which anything happened. */
    List<Receipt> of(UUID message);

    /** Files of the message that {@code reader} has not downloaded completely. */
    List<UUID> missing(UUID message, UUID reader);

    /** How much each recipient has, in the order of the recipients. */
    List<Collected> collected(Message message);

    /** What was not collected when the message ended; empty before, and where everything was. */
    List<Uncollected> uncollected(UUID message);

    /** Whether {@code reader} is receiving bytes of the message right now, on any node. */
    boolean transferring(UUID message, UUID reader);
}
