package fr.pli.app.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import fr.pli.app.TestCards;
import fr.pli.app.TestTls;
import fr.pli.exchange.testing.TestAuthority;
import fr.pli.exchange.testing.TestAuthority.Card;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A Chromium of its own whose certificate store (NSS) holds one card, which it shows at the card door unasked. */
final class CardBrowser {

    static final String SECRET = "secret";
    private static final Playwright PLAYWRIGHT =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

    /** What the managed policy AutoSelectCertificateForUrls would write. */
    private static final String CHOICE = """
            {"profile":{"content_settings":{"exceptions":{"auto_select_certificate":{"https://carte.pli.test:443,*":
            {"last_modified":"0","setting":{"filters":[{"ISSUER":{"CN":"Cartes de test"}}]}}}}}}}
            """;

    private CardBrowser() {}

    static BrowserContext with(Card card, Path folder, int mainPort, int cardPort, boolean scripts)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path home = Files.createTempDirectory(folder, "home");
        store(card, home);
        return open(home, mainPort, cardPort, scripts, Map.of(), List.of("--headless=new"));
    }

    /** With a window on this display, and the card on a token whose PIN it has to ask for. */
    static BrowserContext with(CardToken token, int mainPort, int cardPort, String display) throws IOException {
        var environment = new HashMap<>(token.environment());
        environment.put("DISPLAY", display);
        return open(token.home(), mainPort, cardPort, true, environment, List.of("--lang=en"));
    }

    private static BrowserContext open(
            Path home,
            int mainPort,
            int cardPort,
            boolean scripts,
            Map<String, String> environment,
            List<String> arguments)
            throws IOException {
        Path profile = Files.createDirectories(home.resolve("profile/Default")).getParent();
        Files.writeString(profile.resolve("Default/Preferences"), CHOICE);
        var known = new HashMap<>(environment);
        known.put("HOME", home.toString());
        known.put("PATH", System.getenv("PATH"));
        var all = new ArrayList<>(arguments);
        all.addAll(List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--host-resolver-rules=MAP pli.test:443 127.0.0.1:" + mainPort + ", MAP carte.pli.test:443 127.0.0.1:"
                        + cardPort,
                "--ignore-certificate-errors-spki-list=" + TestTls.publicKeyHash()));
        BrowserContext context = PLAYWRIGHT
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setHeadless(false)
                                .setEnv(known)
                                .setBaseURL("https://pli.test")
                                .setLocale("fr-FR")
                                .setTimezoneId("Europe/Paris")
                                .setJavaScriptEnabled(scripts)
                                .setViewportSize(1280, 800)
                                .setArgs(all));
        context.setDefaultTimeout(Chromium.PATIENCE);
        return context;
    }

    /** An empty store of certificates that trusts the authority. */
    static Path store(Path home) throws IOException, InterruptedException {
        Path nss = Files.createDirectories(home.resolve(".pki/nssdb"));
        Path authority = TestAuthority.pem(home.resolve("ca.pem"), TestCards.AUTHORITY.certificate);
        run(Map.of(), "certutil", "-N", "-d", "sql:" + nss, "--empty-password");
        run(Map.of(), "certutil", "-A", "-d", "sql:" + nss, "-n", "ca", "-t", "C,,", "-i", authority.toString());
        return nss;
    }

    private static void store(Card card, Path home) throws IOException, GeneralSecurityException, InterruptedException {
        Path nss = store(home);
        run(Map.of(), "pk12util", "-i", file(card, home).toString(), "-d", "sql:" + nss, "-W", SECRET, "-K", "");
    }

    /** The card with its key, as an authority hands it over; its password is {@link #SECRET}. */
    static Path file(Card card, Path home) throws IOException, GeneralSecurityException {
        Path file = home.resolve("card.p12");
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("card", card.keys().getPrivate(), SECRET.toCharArray(), new X509Certificate[] {
            card.certificate(), TestCards.AUTHORITY.certificate
        });
        try (var out = Files.newOutputStream(file)) {
            store.store(out, SECRET.toCharArray());
        }
        return file;
    }

    static void run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }
}
