package fr.pli.exchange.message;

import java.util.UUID;

/** Heard when somebody who may see a message opens its page: what was told about it is no news any more. */
public record MessageOpened(UUID message, UUID person) {}
