package fr.pli.app.state;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The certificate of the main door. Both files are read again when they change.
 *
 * @param certificate PEM file with the server's certificate and its chain
 * @param key PEM file (PKCS#8) with its private key
 */
@ConfigurationProperties("pli.tls")
record TlsSettings(Path certificate, Path key) {}
