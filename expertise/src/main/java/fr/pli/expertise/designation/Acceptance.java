package fr.pli.expertise.designation;

import fr.pli.expertise.dossier.Order;
import org.jspecify.annotations.Nullable;

/**
 * What an expert says when accepting (D-7).
 *
 * @param declared no conflict of interest, competent, available
 * @param order parties, court, numbers, colleagues, provision and dates of the expertise to be
 * @param message free words for who designated
 */
public record Acceptance(
        boolean declared, Order order, @Nullable String message) {}
