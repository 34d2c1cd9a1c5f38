package fr.pli.exchange.receipt;

import fr.pli.exchange.mail.MailReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the recipients of a message were told of it by mail; answered by the feature that tells them. */
public interface Announcements {

    /** One for each recipient that should have been told, by person id. */
    Map<UUID, Told> of(UUID message);

    /** When the sender reminded each recipient, in order, by person id. */
    Map<UUID, List<Reminded>> reminders(UUID message);

    /**
     * One reminder.
     *
     * @param again from when on this person may be reminded again
     * @param state what became of its mail; null when there was nobody to write to
     * @param reply the relay's last words
     */
    record Reminded(
            Instant at,
            Instant again,
            @Nullable State state,
            @Nullable String reply) {}

    /**
     * What became of one recipient's mail.
     *
     * @param at since when it is so
     * @param nextAttempt when a deferred mail is tried again
     * @param reply the mail server's last words
     */
    record Told(
            State state,
            Instant at,
            @Nullable Instant nextAttempt,
            @Nullable String reply) {

        /** It did not arrive, and will not be tried again. */
        public boolean failed() {
            return state == State.REFUSED || state == State.BOUNCED;
        }

        /** It is under way and takes longer than it should. */
        public boolean late() {
            return state == State.DEFERRED || state == State.DELAYED;
        }

        /** Why, for one that failed or is late: {@code mail.reason.<name>} are its words. */
        public MailReason reason() {
            return MailReason.of(reply);
        }

        /** Bundle key of what the sender may do now; null if there is nothing to say. */
        public @Nullable String next() {
            return failed() ? "mail.next." + reason() : late() ? "mail.next.wait" : null;
        }
    }

    /** DELAYED and BOUNCED are what a later server reports; DECLINED: « non notifié (choix du destinataire) ». */
    enum State {
        QUEUED,
        ACCEPTED,
        DELAYED,
        BOUNCED,
        DEFERRED,
        REFUSED,
        CANCELLED,
        DECLINED
    }
}
