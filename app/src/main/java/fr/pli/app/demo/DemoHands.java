package fr.pli.app.demo;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.certificate.CardLinks;
import fr.pli.exchange.certificate.CardSettings;
import fr.pli.exchange.certificate.DemoCards;
import fr.pli.exchange.platform.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Puts the cards that {@code ops/run} made into the hands of the people of the demonstration, and says in
 * {@code demo.env} where they lie. One card is nobody's: with it a newcomer registers (C-3).
 */
@Component
@ConditionalOnProperty("pli.demo")
class DemoHands {

    private static final String FOLDER = "cards";
    private static final String NEWCOMER = "NEWCOMER";

    private final DemoCards cards;
    private final CardSettings settings;
    private final CardLinks links;
    private final Home home;

    DemoHands(DemoCards cards, CardSettings settings, CardLinks links, Home home) {
        this.cards = cards;
        this.settings = settings;
        this.links = links;
        this.home = home;
    }

    void deal(Map<Part, Person> people, Map<String, String> lines) throws IOException {
        if (!settings.open()) {
            return;
        }
        lines.put("PLI_CARD_DOOR", links.card());
        for (Map.Entry<Part, Person> one : people.entrySet()) {
            Path certificate = file(one.getKey().name(), ".pem");
            if (Files.exists(certificate)) {
                cards.give(one.getValue(), certificate);
                tell(one.getKey().name(), lines);
            }
        }
        if (Files.exists(file(NEWCOMER, ".pem"))) {
            tell(NEWCOMER, lines);
            List<String> domains =
                    settings.registrationDomains().stream().sorted().toList();
            lines.put("DEMO_NEWCOMER_DOMAINS", String.join(",", domains));
        }
    }

    private void tell(String name, Map<String, String> lines) throws IOException {
        lines.put("DEMO_" + name + "_CARD", file(name, ".p12").toString());
        lines.put(
                "DEMO_" + name + "_CARD_PASSWORD",
                Files.readString(file(name, ".password")).strip());
    }

    private Path file(String name, String ending) {
        return home.home()
                .resolve(FOLDER)
                .resolve(name + ending)
                .toAbsolutePath()
                .normalize();
    }
}
