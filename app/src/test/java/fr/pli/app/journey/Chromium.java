package fr.pli.app.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import fr.pli.app.TestTls;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One real Chromium for the test JVM; each person of a story has a window (a context with its own cookies). */
public final class Chromium {

    /** Milliseconds until a page that does not come is a failure: all processors may be busy with other tests. */
    static final double PATIENCE = 60_000;

    private static final Playwright PLAYWRIGHT =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private static final Browser BROWSER = PLAYWRIGHT
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    private Chromium() {}

    /** A new window of somebody who has never been here. */
    static BrowserContext window(String baseUrl, String language, int width, int height) {
        return window(baseUrl, language, width, height, ColorScheme.LIGHT, true);
    }

    public static BrowserContext window(
            String baseUrl, String language, int width, int height, ColorScheme scheme, boolean scripts) {
        BrowserContext context = BROWSER.newContext(new Browser.NewContextOptions()
                .setBaseURL(baseUrl)
                .setIgnoreHTTPSErrors(true)
                .setAcceptDownloads(true)
                .setLocale(language)
                .setTimezoneId("Europe/Paris")
                .setColorScheme(scheme)
                // colours on their way from one to another have no contrast of their own
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(scripts)
                .setViewportSize(width, height));
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    /**
     * A window in a browser of its own, in which the host is the application under test and its certificate is good: where
     * only a trusted origin will do.
     */
    static BrowserContext at(String host, int port, String language, int width, int height) {
        Browser browser = PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--host-resolver-rules=MAP " + host + ":443 127.0.0.1:" + port,
                                "--ignore-certificate-errors-spki-list=" + TestTls.publicKeyHash())));
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL("https://" + host)
                .setLocale(language)
                .setTimezoneId("Europe/Paris")
                .setViewportSize(width, height));
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    /** What axe finds on the page by the rules of WCAG 2.2 AA: nothing, one hopes. */
    public static List<String> violations(Page page) {
        return words(new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")));
    }

    /** What axe finds by these rules only. */
    public static List<String> violations(Page page, List<String> rules) {
        return words(new AxeBuilder(page).withRules(rules));
    }

    private static List<String> words(AxeBuilder axe) {
        // no page has a frame of another origin: the second window that axe would open for them is not needed
        return axe.setLegacyMode(true).analyze().getViolations().stream()
                .map(Chromium::words)
                .toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}
