package fr.pli.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A certificate for localhost, made once for each test JVM by the JDK's keytool; visitors trust it and no other. */
public final class TestTls implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String SECRET = "changeit";
    private static Path folder;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Path made = made();
        TestPropertyValues.of(Map.of(
                        "pli.tls.certificate", made.resolve("server.pem").toString(),
                        "pli.tls.key", made.resolve("server.key").toString()))
                .applyTo(context);
    }

    public static SSLContext trusting() {
        return trusting(null);
    }

    /** @param keys what a client proves who it is with, null for nothing */
    public static SSLContext trusting(KeyManager[] keys) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("pli", loaded(made()).getCertificate("pli"));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(keys, trust.getTrustManagers(), null);
            return context;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Base64 of the SHA-256 of its public key, by which a browser is told to trust it. */
    public static String publicKeyHash() {
        try {
            byte[] key = loaded(made()).getCertificate("pli").getPublicKey().getEncoded();
            return Base64.getEncoder()
                    .encodeToString(
                            java.security.MessageDigest.getInstance("SHA-256").digest(key));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static synchronized Path made() {
        if (folder == null) {
            try {
                folder = make(Files.createTempDirectory("pli-tls"));
            } catch (Exception failure) {
                throw new IllegalStateException("no certificate for the tests", failure);
            }
        }
        return folder;
    }

    private static Path make(Path into) throws Exception {
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "pli",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "30",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,dns:carte.pli.test,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        SECRET,
                        "-keystore",
                        into.resolve("server.p12").toString())
                .inheritIO()
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool failed");
        }
        var store = loaded(into);
        write(
                into.resolve("server.pem"),
                "CERTIFICATE",
                store.getCertificate("pli").getEncoded());
        write(
                into.resolve("server.key"),
                "PRIVATE KEY",
                store.getKey("pli", SECRET.toCharArray()).getEncoded());
        return into;
    }

    private static KeyStore loaded(Path from) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(from.resolve("server.p12"))) {
            store.load(in, SECRET.toCharArray());
        }
        return store;
    }

    private static void write(Path file, String what, byte[] der) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN " + what + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + what
                        + "-----\n");
    }
}
