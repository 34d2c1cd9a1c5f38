package fr.pli.expertise.experts;

import fr.pli.exchange.certificate.Specialties.Specialty;
import java.util.List;
import java.util.UUID;

/**
 * An expert as the directory of experts shows one.
 *
 * @param court name of the court of appeal whose list they are on; empty while nobody said so
 * @param landline empty where there is none, as is {@code mobile}
 * @param specialties in the order of the nomenclature, those of an earlier one first
 * @param selectable may be designated now (D-2)
 */
public record Expert(
        UUID id,
        String name,
        String email,
        String court,
        String landline,
        String mobile,
        List<Specialty> specialties,
        boolean selectable) {

    public Expert {
        specialties = List.copyOf(specialties);
    }

    /** Whether they are listed under it, or under something below that heading. */
    public boolean listedUnder(String code) {
        return specialties.stream().anyMatch(one -> within(one, code));
    }

    static boolean within(Specialty specialty, String code) {
        return specialty.code().equals(code) || specialty.code().startsWith(code + ".");
    }
}
