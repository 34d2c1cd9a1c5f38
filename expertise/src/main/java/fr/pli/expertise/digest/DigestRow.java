package fr.pli.expertise.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A digest in a list.
 *
 * @param told how many documents it told of when it was made
 */
public record DigestRow(UUID id, LocalDate night, Instant madeAt, int told) {}
