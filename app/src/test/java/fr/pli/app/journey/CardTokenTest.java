package fr.pli.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import fr.pli.app.AppTest;
import fr.pli.app.TestCards;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.certificate.CardFixtures;
import fr.pli.exchange.certificate.CardListeners;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestAuthority.Card;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing in with a card that keeps its key: through PKCS#11, in a browser with a window, with the PIN typed (C-1). */
@AppTest
@Tag("C-1")
@Tag("Q-8")
class CardTokenTest {

    @TempDir
    Path folder;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    CardFixtures cards;

    @Autowired
    CardListeners listeners;

    @Test
    void theCardAsksForItsPinAndSignsIn() throws Exception {
        Person clerk = people.clerk();
        Card card = TestCards.AUTHORITY.card(clerk.name()).issue();
        cards.give(clerk, card.certificate());
        CardToken token = CardToken.with(card, folder);
        try (var screen = new Screen();
                var hands = Executors.newSingleThreadExecutor();
                BrowserContext window = CardBrowser.with(
                        token, visitors.address().getPort(), listeners.handshakePort(), screen.display())) {
            Page page = window.newPage();
            page.navigate("https://pli.test/");
            page.locator("#as-certificate").check();
            var typed = hands.submit(() -> screen.type("Security Device", CardToken.PIN));
            page.locator("main form button[type=submit]").click();
            page.waitForURL("https://carte.pli.test/card?**");
            typed.get();
            assertThat(page.locator("main").textContent()).contains(clerk.name());
            page.locator("button[type=submit]").click();
            page.waitForURL("https://pli.test/workspace");
            page.navigate("https://pli.test/account");
            assertThat(page.locator("main").textContent()).contains(clerk.email());
        }
    }
}
