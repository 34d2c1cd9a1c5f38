package fr.pli.exchange.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a box.
 *
 * @param next to be given as {@link BoxQuery#after()} for the page that follows; null on the last one
 */
public record BoxPage(List<BoxRow> rows, @Nullable String next) {}
