package fr.pli.expertise.dossier;

import java.util.UUID;

/** An expertise was created, with its expert and its first parties, in the transaction of the fact. */
public record ExpertiseCreated(Expertise expertise, UUID by) {}
