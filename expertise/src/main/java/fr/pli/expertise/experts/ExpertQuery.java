package fr.pli.expertise.experts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the directory of experts; what is empty does not matter.
 *
 * @param lastName beginnings of words of the name; accents and case do not matter, as of {@code firstName}
 * @param court name or code of a court of appeal
 * @param specialty code or words of a specialty or of a heading
 * @param selectable only who may be designated now (D-2)
 * @param after the last one of the page before
 */
public record ExpertQuery(
        String lastName,
        String firstName,
        String court,
        String specialty,
        boolean selectable,
        @Nullable UUID after,
        int limit) {

    public static final int PAGE = 25;

    /** Nothing was asked. */
    public boolean open() {
        return (lastName + firstName + court + specialty).isBlank();
    }
}
