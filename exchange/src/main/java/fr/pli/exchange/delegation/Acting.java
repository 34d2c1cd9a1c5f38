package fr.pli.exchange.delegation;

import fr.pli.exchange.account.Person;

/**
 * A request in which {@code holder}, who is signed in, acts for {@code giver}; it stands in the request's attributes as
 * {@link #REQUEST}.
 */
public record Acting(Person holder, Person giver, Delegation delegation) {

    /** Name of the request's attribute. */
    public static final String REQUEST = "fr.pli.exchange.delegation.Acting";
}
