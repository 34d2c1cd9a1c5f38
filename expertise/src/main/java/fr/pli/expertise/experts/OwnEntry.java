package fr.pli.expertise.experts;

import java.util.List;

/**
 * What an expert says of themselves in the directory of experts.
 *
 * @param court name or code of a court of appeal; empty for none
 * @param specialties codes of the nomenclature in force
 */
public record OwnEntry(String court, List<String> specialties, String landline, String mobile) {

    public OwnEntry {
        specialties = List.copyOf(specialties);
    }
}
