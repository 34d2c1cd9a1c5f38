package fr.pli.expertise.dossier;

import java.util.UUID;

/** The provision was recorded as received, in the transaction of the fact. */
public record ProvisionReceived(Expertise expertise, UUID by) {}
