package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;

/** Who may read the messages of one kind of origin. For a letter: its sender and its recipients. */
public interface AccessRule {

    /** The {@link Origin#kind()} this rule replaces the sender-or-recipient rule for. */
    String kind();

    Decision decide(Person person, Message message);
}
