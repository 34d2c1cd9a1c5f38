package fr.pli.app.journey;

import fr.pli.exchange.testing.TestAuthority.Card;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;

/**
 * A card as hardware is seen by a browser: a PKCS#11 token (SoftHSM2) that holds the key and wants its PIN, registered in
 * the browser's certificate store.
 */
final class CardToken {

    static final String PIN = "4321";

    private static final String LIBRARY = "/usr/lib/softhsm/libsofthsm2.so";
    private static final String NAME = "carte";

    private final Path home;
    private final Map<String, String> environment;

    private CardToken(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    static CardToken with(Card card, Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Path home = Files.createTempDirectory(folder, "token");
        Path settings = Files.writeString(
                home.resolve("softhsm2.conf"),
                "directories.tokendir = " + Files.createDirectories(home.resolve("tokens"))
                        + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        var environment = Map.of("SOFTHSM2_CONF", settings.toString());
        CardBrowser.run(
                environment,
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                NAME,
                "--pin",
                PIN,
                "--so-pin",
                "87654321");
        String store = "sql:" + CardBrowser.store(home);
        CardBrowser.run(environment, "modutil", "-force", "-dbdir", store, "-add", NAME, "-libfile", LIBRARY);
        CardBrowser.run(
                environment,
                "pk12util",
                "-i",
                CardBrowser.file(card, home).toString(),
                "-d",
                store,
                "-h",
                NAME,
                "-W",
                CardBrowser.SECRET,
                "-K",
                PIN);
        return new CardToken(home, environment);
    }

    Path home() {
        return home;
    }

    /** What the browser needs to find the token. */
    Map<String, String> environment() {
        return environment;
    }
}
