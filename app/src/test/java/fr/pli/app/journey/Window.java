package fr.pli.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One person's browser, and what they do in it. Every page that is looked at is checked by axe. */
final class Window implements AutoCloseable {

    private static final AtomicInteger PICTURES = new AtomicInteger();

    private static final String STICKING_OUT = """
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? []
                : [...document.querySelectorAll('body *')]
                    .filter(e => !e.closest('.chart-scroll, .board') && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                    .slice(-3).map(e => e.outerHTML.slice(0, 160))
            """;

    private final BrowserContext context;
    private final List<String> errors = new ArrayList<>();
    private Page page;
    private Browser browser;

    Window(String baseUrl, String language, int width, int height) {
        this(Chromium.window(baseUrl, language, width, height));
    }

    Window(BrowserContext context) {
        this.context = context;
        this.page = newPage();
    }

    /** A window of a browser that is closed with it. */
    static Window alone(BrowserContext context) {
        var window = new Window(context);
        window.browser = context.browser();
        return window;
    }

    private Page newPage() {
        Page fresh = context.newPage();
        fresh.onPageError(errors::add);
        fresh.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                errors.add(message.text());
            }
        });
        return fresh;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** The button with exactly these words. */
    Locator button(String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    /** The first link with these words in its name. */
    Locator link(String words) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words))
                .first();
    }

    Locator main() {
        return page.locator("main");
    }

    /** What the page says that has been done. */
    Locator done() {
        return page.locator(".notice.ok[role=status]");
    }

    /** Closes the page as somebody who leaves, and opens an empty one. */
    void leave() {
        page.close();
        page = newPage();
    }

    void open(String path) {
        page.navigate(path);
        looksRight();
    }

    void signIn(String email, String password) {
        open("/sign-in");
        page.getByLabel("Adresse électronique").fill(email);
        page.locator("#password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Se connecter"))
                .click();
        page.waitForURL(url -> !url.endsWith("/sign-in"));
        looksRight();
    }

    /** axe finds nothing, nothing sticks out sideways, and no script failed or was refused. */
    void looksRight() {
        assertThat(Chromium.violations(page)).as("axe on " + page.url()).isEmpty();
        assertThat((List<?>) page.evaluate(STICKING_OUT))
                .as("what sticks out sideways on " + page.url())
                .isEmpty();
        assertThat(errors).as("errors of scripts on " + page.url()).isEmpty();
        picture();
    }

    /** Kept where {@code -Dpli.pictures} says, to be looked at. */
    private void picture() {
        String folder = System.getProperty("pli.pictures");
        if (folder != null) {
            String name = "%03d-%d%s.png"
                    .formatted(
                            PICTURES.incrementAndGet(),
                            page.viewportSize().width,
                            URI.create(page.url()).getPath().replaceAll("[^a-z]+", "-"));
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name)));
        }
    }

    @Override
    public void close() {
        context.close();
        if (browser != null) {
            browser.close();
        }
    }
}
