package fr.pli.app;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.testing.People;
import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Those who come by the doors of the application under test. */
@Component
public class Visitors {

    private final Environment environment;

    Visitors(Environment environment) {
        this.environment = environment;
    }

    /** A browser without any cookie. */
    public Visitor anybody() {
        return new Visitor(address(), null);
    }

    /** A browser in which the person has just signed in with {@link People#PASSWORD}. */
    public Visitor signedIn(Person person) {
        var visitor = anybody();
        visitor.signIn(person.email(), People.PASSWORD);
        return visitor;
    }

    /** A program with an API token. */
    public Visitor withToken(String token) {
        return new Visitor(address(), token);
    }

    public URI address() {
        return URI.create("https://localhost:" + environment.getRequiredProperty("local.server.port"));
    }

    public URI management() {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.management.port"));
    }
}
