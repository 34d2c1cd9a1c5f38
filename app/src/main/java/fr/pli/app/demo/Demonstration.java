package fr.pli.app.demo;

import fr.pli.exchange.account.ApiTokens;
import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Founding;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Scope;
import fr.pli.exchange.platform.Home;
import fr.pli.exchange.platform.WebSettings;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Fills an empty installation before it becomes ready: people, an API token each, letters, expertises, designations. Passwords and tokens are made
 * afresh and written to {@code demo.env} of the home folder; two demonstrations share nothing.
 */
@Component
@ConditionalOnProperty("pli.demo")
class Demonstration implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    /** No letters or digits that look alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int TOKEN_DAYS = 90;

    private final Founding founding;
    private final Directory directory;
    private final ApiTokens tokens;
    private final DemoHands hands;
    private final DemoTies ties;
    private final DemoLetters letters;
    private final DemoExpertises expertises;
    private final DemoDesignations designations;
    private final Home home;
    private final WebSettings web;
    private final Environment environment;
    private final SecureRandom random = new SecureRandom();

    Demonstration(
            Founding founding,
            Directory directory,
            ApiTokens tokens,
            DemoHands hands,
            DemoTies ties,
            DemoLetters letters,
            DemoExpertises expertises,
            DemoDesignations designations,
            Home home,
            WebSettings web,
            Environment environment) {
        this.founding = founding;
        this.directory = directory;
        this.tokens = tokens;
        this.hands = hands;
        this.ties = ties;
        this.letters = letters;
        this.expertises = expertises;
        this.designations = designations;
        this.home = home;
        this.web = web;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!founding.empty()) {
            LOG.info("The installation is not empty: the demonstration leaves it as it is");
            return;
        }
        var lines = places(web, home, environment);
        Map<Part, Person> people = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            people.put(part, enter(part, lines));
        }
        hands.deal(people, lines);
        ties.tie(people, lines);
        DemoFile.write(home.home().resolve("demo.env"), lines);
        letters.send(people);
        expertises.fill(people);
        designations.fill(people);
        LOG.info("The demonstration is ready: {} people", people.size());
    }

    /** Where things are. Only what the command line reads may begin with PLI_: people export these lines (O-5, P-3). */
    static Map<String, String> places(WebSettings web, Home home, Environment environment) {
        var lines = new LinkedHashMap<String, String>();
        lines.put("PLI_SERVER", web.publicAddress().toString());
        lines.put(
                "PLI_CA",
                home.home().resolve("tls/ca.pem").toAbsolutePath().normalize().toString());
        lines.put("DEMO_MAILS", "http://127.0.0.1:" + environment.getProperty("pli.catcher.port", "8446"));
        return lines;
    }

    private Person enter(Part part, Map<String, String> lines) {
        String password = password();
        Person person = founding.found(part.particulars(), password);
        var scopes = Arrays.stream(Scope.values()).map(Scope::label).toList();
        String token = tokens.create(person, "demo", scopes, TOKEN_DAYS).clear();
        lines.put("DEMO_" + part + "_EMAIL", part.email());
        lines.put("DEMO_" + part + "_PASSWORD", password);
        lines.put("DEMO_" + part + "_TOKEN", token);
        // active by now, which it was not when it was made
        return directory.find(person.id()).orElseThrow();
    }

    /** Four groups of four, about 79 bits; with a capital and a digit, so that any shipped policy takes it. */
    private String password() {
        var text = new StringBuilder("P1");
        for (int place = 0; place < 16; place++) {
            text.append(place % 4 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
