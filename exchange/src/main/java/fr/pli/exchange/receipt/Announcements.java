package fr.pli.exchange.receipt;

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
     * @param reply the relay's last words
     */
    record Told(
            State state,
            Instant at,
            @Nullable Instant nextAttempt,
            @Nullable String reply) {}

    /** DECLINED: « non notifié (choix du destinataire) ». */
    enum State {
        QUEUED,
        ACCEPTED,
        DEFERRED,
        REFUSED,
        CANCELLED,
        DECLINED
    }
}
