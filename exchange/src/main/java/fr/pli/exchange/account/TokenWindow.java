package fr.pli.exchange.account;

import java.time.Duration;

/**
 * What a token has left of its calls in the present minute.
 *
 * @param limit calls allowed in a minute
 * @param remaining calls left, never negative
 * @param exceeded this call was one too many
 * @param reset until a new minute begins, rounded up to a second
 */
public record TokenWindow(int limit, int remaining, boolean exceeded, Duration reset) {}
