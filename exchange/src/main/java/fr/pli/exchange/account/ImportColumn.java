package fr.pli.exchange.account;

import fr.pli.exchange.platform.Folding;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A column that an export writes and an import understands in French and English, accents and case ignored. */
interface ImportColumn {

    Titles titles();

    /**
     * What a column is called.
     *
     * @param required whether a file without it is refused
     * @param keys every header that means this column, folded
     */
    record Titles(boolean required, String french, String english, Set<String> keys) {

        static Titles of(boolean required, String french, String english, String... aliases) {
            var keys = new HashSet<>(List.of(aliases));
            keys.add(key(french));
            keys.add(key(english));
            return new Titles(required, french, english, Set.copyOf(keys));
        }

        /** The header as an export in that language writes it. */
        String in(Locale language) {
            return language.getLanguage().equals("en") ? english : french;
        }

        static String key(String header) {
            return String.join("", Folding.words(header));
        }
    }
}
