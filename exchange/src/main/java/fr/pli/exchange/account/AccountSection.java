package fr.pli.exchange.account;

import java.util.Map;

/** A part of « Mon compte » that another feature keeps; in the order of its beans. */
public interface AccountSection {

    /** Name of the template whose fragment {@code section} is shown. */
    String template();

    /** What the fragment says of this person. */
    Map<String, Object> model(Person person);
}
