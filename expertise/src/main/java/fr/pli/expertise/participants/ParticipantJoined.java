package fr.pli.expertise.participants;

import java.util.UUID;

/** Somebody got a role, in the transaction of the fact. */
public record ParticipantJoined(Participant participant, UUID by) {}
