package fr.pli.app.journey;

import com.microsoft.playwright.Locator;
import fr.pli.app.journey.CourtPeople.Someone;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.TestAuthority.Card;
import fr.pli.exchange.testing.TestClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Who and what is there when the court's story begins, and the windows that are open in it. */
abstract class CourtStory {

    @Autowired
    CourtPeople people;

    @Autowired
    CardSteps cards;

    @Autowired
    DesignationSteps designations;

    @Autowired
    CaseSteps cases;

    @Autowired
    SupportSteps support;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @TempDir
    Path folder;

    private final List<Window> windows = new ArrayList<>();
    final String email = "jeanne-" + UUID.randomUUID() + "@inscription.example";
    final String rg = "26/" + ThreadLocalRandom.current().nextInt(10_000, 100_000);

    LocalDate day;
    Path order;
    Path note;
    Person operator;
    Someone first;
    Someone second;
    Someone successor;
    Card present;
    Card later;
    Window office;
    Window expert;
    String expertise;

    @BeforeEach
    void aDayOfItsOwn() throws Exception {
        // from nine in the morning: no midnight of Paris, and no end of a month, falls into the story
        day = LocalDate.ofInstant(clock.instant(), Time.PARIS).plusDays(1);
        clock.moveTo(day.atTime(9, 0).atZone(Time.PARIS).toInstant());
        order = Files.writeString(folder.resolve("ordonnance.txt"), "Ordonnance\n");
        note = Files.writeString(folder.resolve("note au greffe.txt"), "Note au greffe\n");
        operator = people.operator();
        first = people.luthier("Paul", "Premier");
        second = people.luthier("Sophie", "Seconde");
        successor = people.greffier("Luc", "Suivant");
    }

    @AfterEach
    void backToThePresent() {
        everybodyLeavesTheirDesk();
        clock.reset();
    }

    /** A browser that has this card and nothing else. */
    Window at(Card card) throws Exception {
        Window window = cards.browser(card, folder);
        windows.add(window);
        return window;
    }

    void everybodyLeavesTheirDesk() {
        windows.forEach(Window::close);
        windows.clear();
    }

    Locator panel(String name) {
        return office.page().locator("section[aria-labelledby=" + name + "]");
    }

    Locator certificates() {
        return office.page().locator("section[aria-labelledby=certificates] > ul > li");
    }
}
