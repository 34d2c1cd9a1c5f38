package fr.pli.exchange.certificate;

import fr.pli.exchange.account.Person;

/**
 * How somebody who asks the support for something is reached (C-5, C-6), as typed.
 *
 * @param email of the account they say is theirs; proves nothing
 * @param times when they can be called, in their words
 */
public record Reach(String name, String email, String landline, String mobile, String times) {

    public Reach {
        name = name.strip();
        email = email.strip();
        landline = landline.strip();
        mobile = mobile.strip();
        times = times.strip();
    }

    public static Reach empty() {
        return new Reach("", "", "", "", "");
    }

    /** What the directory knows already. */
    public static Reach of(Person person) {
        return new Reach(person.name(), person.email(), "", "", "");
    }
}
