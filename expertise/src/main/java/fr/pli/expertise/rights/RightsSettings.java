package fr.pli.expertise.rights;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the rights come from (M-1).
 *
 * @param rightsMatrix file (CSV, UTF-8) that replaces the shipped matrix of rights; read at the start, which a fault in it stops
 */
@ConfigurationProperties("pli.expertise")
public record RightsSettings(@Nullable Path rightsMatrix) {}
