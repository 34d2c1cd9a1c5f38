package fr.pli.app;

import fr.pli.exchange.testing.TestAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The authority whose cards the application under test accepts, its revocation list, and the listener of a proxy. Court
 * staff may use both doors there, so that other tests need no card.
 */
public final class TestCards implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final TestAuthority AUTHORITY = TestAuthority.named("Cartes de test");
    static final String DOMAIN = "inscription.example";

    private static final Path FOLDER = folder();
    private static final Path LIST = FOLDER.resolve("cartes.crl");
    private static final List<X509Certificate> REVOKED = new CopyOnWriteArrayList<>();
    private static int lists;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Path authority = AUTHORITY.file(FOLDER);
        publish();
        TestPropertyValues.of(Map.of(
                        "pli.card.authorities", authority.toString(),
                        "pli.card.revocation-lists", LIST.toString(),
                        "pli.card.port", "0",
                        "pli.card.public-address", "https://carte.pli.test",
                        "pli.card.proxy-port", String.valueOf(freePort()),
                        "pli.card.registration-domains", DOMAIN,
                        "pli.account.doors.magistrat", "PASSWORD,CERTIFICATE",
                        "pli.account.doors.greffier", "PASSWORD,CERTIFICATE",
                        "pli.account.doors.expert", "PASSWORD,CERTIFICATE"))
                .applyTo(context);
    }

    /** From now on the authority says so. */
    public static synchronized void revoke(X509Certificate certificate) {
        REVOKED.add(certificate);
        publish();
    }

    /** Each list is a second younger than the one before, as a clock that counts whole seconds sees it. */
    private static synchronized void publish() {
        TestAuthority.file(LIST, AUTHORITY.list(REVOKED.toArray(X509Certificate[]::new)));
        try {
            Files.setLastModifiedTime(LIST, FileTime.from(Instant.now().plusSeconds(++lists)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("pli-cards");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
