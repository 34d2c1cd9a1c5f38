package fr.pli.exchange.certificate;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;

/** Who answers requests to the support (O-2): support operators, and administrators. Neither reads any content. */
public final class Operators {

    private static final int LONGEST_WORDS = 500;

    private Operators() {}

    /** @throws fr.pli.exchange.platform.RefusedException with {@link CardRefusal#SUPPORT_ONLY} for anybody else */
    public static void insist(Person person) {
        if (!person.active() || person.profile() != Profile.SUPPORT && person.profile() != Profile.ADMINISTRATOR) {
            throw CardRefusal.SUPPORT_ONLY.with();
        }
    }

    /** What an operator writes down of an answer: never nothing. */
    public static String words(String typed, CardRefusal missing) {
        String words = typed.strip();
        if (words.isEmpty()) {
            throw missing.with();
        }
        if (words.length() > LONGEST_WORDS) {
            throw CardRefusal.WORDS_TOO_LONG.with(LONGEST_WORDS);
        }
        return words;
    }
}
