package fr.pli.exchange.testing;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Fixtures;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.account.Profile;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * People for tests, made through the services: {@code people.clerk()}, {@code people.partner()},
 * {@code people.who(Profile.LAWYER).named("Anne", "Poitou").of("Barreau de Lyon").invited()}. Each call makes a new
 * person with an address of its own; active ones sign in with {@link #PASSWORD}.
 */
@Component("peopleForTests")
public class People {

    public static final String PASSWORD = "Sept-Fleuves_2026";

    /** Unique in one JVM and, by the random part, over JVMs on one database. */
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final String RUN = UUID.randomUUID().toString().substring(0, 6);

    private final Fixtures fixtures;
    private final Directory directory;

    People(Fixtures fixtures, Directory directory) {
        this.fixtures = fixtures;
        this.directory = directory;
    }

    /** A greffier of the tribunal judiciaire de Bordeaux. */
    public Person clerk() {
        return who(Profile.GREFFIER).of("Tribunal judiciaire de Bordeaux").active();
    }

    /** A partner of a body that nobody else belongs to. */
    public Person partner() {
        return who(Profile.PARTNER).active();
    }

    public Person administrator() {
        return who(Profile.ADMINISTRATOR).of("Plateforme").active();
    }

    public Person active(Profile profile) {
        return who(profile).active();
    }

    public Who who(Profile profile) {
        return new Who(profile, NUMBER.incrementAndGet());
    }

    public void suspend(Person person) {
        fixtures.suspend(person.id());
    }

    public void reactivate(Person person) {
        fixtures.reactivate(person.id());
    }

    /** The person as the directory has them now. */
    public Person now(Person person) {
        return directory.find(person.id()).orElseThrow();
    }

    /** Somebody being described; ends with their state. */
    public final class Who {

        private final Profile profile;
        private String firstName = "Camille";
        private String lastName;
        private String email;
        private String organisation;
        private Locale language = Locale.FRENCH;
        private String password = PASSWORD;
        private boolean terms = true;

        private Who(Profile profile, int number) {
            this.profile = profile;
            this.lastName = "Dupont" + number;
            this.email = profile.name().toLowerCase(Locale.ROOT) + number + "-" + RUN + "@exemple.fr";
            this.organisation = (profile.justiceStaff() ? "Tribunal " : "Organisme ") + number + " " + RUN;
        }

        public Who named(String first, String last) {
            firstName = first;
            lastName = last;
            return this;
        }

        public Who at(String address) {
            email = address;
            return this;
        }

        public Who of(String body) {
            organisation = body;
            return this;
        }

        public Who speaking(Locale spoken) {
            language = spoken;
            return this;
        }

        public Who withPassword(String secret) {
            password = secret;
            return this;
        }

        /** Has not accepted the terms of use; everybody else made here has. */
        public Who withoutTerms() {
            terms = false;
            return this;
        }

        public Person active() {
            return in(PersonState.ACTIVE);
        }

        public Person invited() {
            return in(PersonState.INVITED);
        }

        public Person suspended() {
            return in(PersonState.SUSPENDED);
        }

        public Person in(PersonState state) {
            var body = fixtures.organisation(organisation, profile.justiceStaff());
            var like = new Person(
                    UUID.randomUUID(),
                    email,
                    firstName,
                    lastName,
                    body,
                    organisation,
                    profile,
                    state,
                    language,
                    ZoneId.of("Europe/Paris"),
                    UUID.randomUUID());
            return fixtures.add(like, password, state, terms);
        }
    }
}
