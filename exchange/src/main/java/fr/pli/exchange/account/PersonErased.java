package fr.pli.exchange.account;

import java.util.Set;
import java.util.UUID;

/**
 * Heard in the transaction in which a person's data are erased: whoever keeps a copy of them removes it.
 *
 * @param words folded words of name and address by which they were found
 */
public record PersonErased(UUID person, Set<String> words) {}
