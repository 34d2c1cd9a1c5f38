package fr.pli.app.security;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.TokenHolder;
import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody whose session or token was found good, for this request; the authority is the profile's name. */
final class SignedInPerson extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Person person;

    /** @param holder null for a session */
    SignedInPerson(Person person, @Nullable TokenHolder holder) {
        super(List.of(new SimpleGrantedAuthority(person.profile().name())));
        this.person = person;
        setDetails(holder);
        setAuthenticated(true);
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Person getPrincipal() {
        return person;
    }

    @Override
    public String getName() {
        return person.id().toString();
    }
}
