package fr.pli.expertise.participants;

import java.util.UUID;

/** A role ended, in the transaction of the fact. */
public record ParticipantLeft(Participant participant, UUID by) {}
