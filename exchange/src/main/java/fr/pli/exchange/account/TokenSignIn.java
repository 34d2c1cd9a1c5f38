package fr.pli.exchange.account;

import java.util.Optional;

/** The door of programs: a token of P-2 signs its person in for one request. */
public interface TokenSignIn {

    /**
     * Who the clear token stands for, read afresh: empty when it is unknown, malformed, revoked or past its end, or
     * when its person is not active. Records the use, at most once a minute.
     */
    Optional<TokenHolder> signIn(String token);
}
