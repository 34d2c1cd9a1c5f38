package fr.pli.exchange.platform;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where all state of this installation lies.
 *
 * @param home folder of stored files, keys, certificates, logs; the settings of other features default to places below it
 */
@ConfigurationProperties("pli")
public record Home(Path home) {}
