package fr.pli.exchange.account;

import java.util.Optional;

/** The page that people of some profiles begin with, offered by the feature that owns it; others begin with the inbox. */
public interface StartPage {

    /** Its path; empty for whom it is not. */
    Optional<String> of(Person person);
}
