package fr.pli.expertise.dossier;

import fr.pli.expertise.rights.ExpertiseState;
import java.time.Instant;
import java.util.UUID;

/** An expertise changed its state, in the transaction of the fact. */
public record StateChanged(Expertise expertise, ExpertiseState from, UUID by, Instant at) {}
