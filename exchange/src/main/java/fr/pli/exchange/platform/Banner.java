package fr.pli.exchange.platform;

import java.util.List;

/**
 * A sentence shown on top of each page while something holds.
 *
 * @param level {@code info}, {@code wait} or {@code bad}, also the class of its colours
 * @param code of the sentence in the bundles
 * @param arguments what the sentence is filled with
 * @param link page that says more, or empty
 */
public record Banner(String level, String code, List<Object> arguments, String link) {}
