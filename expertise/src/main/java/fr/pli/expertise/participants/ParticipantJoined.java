package fr.pli.expertise.participants;

import java.util.UUID;

/**
 * Somebody got a role, in the transaction of the fact.
 *
 * @param toldApart whoever gave it tells them, of many at once: nobody else does
 */
public record ParticipantJoined(Participant participant, UUID by, boolean toldApart) {}
