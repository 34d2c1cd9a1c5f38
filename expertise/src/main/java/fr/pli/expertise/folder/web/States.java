package fr.pli.expertise.folder.web;

import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.RightsRefusal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** States of an expertise as queries name them. */
final class States {

    /** Null for nothing; refuses a word that names none. */
    static @Nullable ExpertiseState named(String word) {
        return word.isBlank()
                ? null
                : Arrays.stream(ExpertiseState.values())
                        .filter(one -> one.name().equals(word))
                        .findFirst()
                        .orElseThrow(() -> RightsRefusal.STATE_UNKNOWN.with(word));
    }

    private States() {}
}
