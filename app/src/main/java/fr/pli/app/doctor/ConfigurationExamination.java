package fr.pli.app.doctor;

import fr.pli.exchange.platform.Examination;
import fr.pli.exchange.platform.Findings;
import fr.pli.exchange.platform.Installation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether every setting given is one that something reads, and none of them opens a door. */
final class ConfigurationExamination implements Examination {

    private static final String OURS = "pli";

    /** Somebody else may read it, or anybody but its owner write it. */
    private static final Pattern OPEN = Pattern.compile("....w....|......r..|.......w.");

    /** What the scripts of {@code ops} and the command line read themselves. */
    private static final Set<String> SCRIPTS = Set.of(
            "plidatabaseport", "plidatabaseengine", "plisignatures", "plijvmoptions", "pliserver", "plitoken", "plica");

    @Override
    public String part() {
        return "configuration";
    }

    @Override
    public void examine(Installation installation, Findings findings) throws IOException {
        unknown(installation, findings);
        doors(installation, findings);
        secrets(installation, findings);
    }

    private static void unknown(Installation installation, Findings findings) throws IOException {
        Set<String> known = known();
        Set<String> unknown = new TreeSet<>();
        for (var source : installation.settings().getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> named
                    && !named.getName().contains("class path")) {
                for (String name : named.getPropertyNames()) {
                    String folded = folded(name);
                    boolean environment = source instanceof SystemEnvironmentPropertySource;
                    boolean ours = environment ? name.startsWith("PLI_") : name.startsWith("pli.");
                    if (ours && !known.contains(folded) && known.stream().noneMatch(key -> element(folded, key))) {
                        unknown.add(name);
                    }
                }
            }
        }
        unknown.forEach(name -> findings.wrong("unknown", name));
        if (unknown.isEmpty()) {
            findings.well("known");
        }
    }

    /** A value of a list or a map is called after its setting. */
    private static boolean element(String name, String key) {
        return key.endsWith("*") && name.startsWith(key.substring(0, key.length() - 1));
    }

    /** Every setting of the application, from what the build wrote about them. */
    private static Set<String> known() throws IOException {
        Set<String> known = new HashSet<>(SCRIPTS);
        known.add("plihome");
        var json = new JsonMapper();
        for (var file : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:META-INF/spring-configuration-metadata.json")) {
            try (var in = file.getInputStream()) {
                for (JsonNode property : json.readTree(in).path("properties")) {
                    String name = property.path("name").stringValue("");
                    if (name.startsWith(OURS + ".")) {
                        known.add(folded(name));
                        String type = property.path("type").stringValue("");
                        if (type.startsWith("java.util.")) {
                            known.add(folded(name) + "*");
                        }
                    }
                }
            }
        }
        var shipped = new org.springframework.beans.factory.config.YamlPropertiesFactoryBean();
        shipped.setResources(new PathMatchingResourcePatternResolver().getResources("classpath*:pli.yaml"));
        var values = shipped.getObject();
        if (values != null) {
            values.stringPropertyNames().forEach(name -> known.add(folded(name)));
        }
        return known;
    }

    /** As settings are compared: the name without its marks (Spring Boot's relaxed binding). */
    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\[.*", "").replaceAll("[^a-z0-9]", "");
    }

    private static void doors(Installation installation, Findings findings) {
        var settings = installation.settings();
        String address = settings.getProperty("pli.web.address", "");
        if (!settings.getProperty("pli.web.tls", Boolean.class, true) && !here(address)) {
            findings.wrong("clear-door", address);
        }
        URI shown = URI.create(settings.getProperty("pli.web.public-address", ""));
        if (!"https".equals(shown.getScheme())) {
            findings.wrong("clear-links", shown);
        }
        String s3 = settings.getProperty("pli.attachment.s3.endpoint", "");
        if (s3.startsWith("http:") && !here(String.valueOf(URI.create(s3).getHost()))) {
            findings.wrong("clear-store", s3);
        }
        if (settings.getProperty("pli.demo", Boolean.class, false)) {
            findings.doubtful("demo");
        }
        if (settings.getProperty("pli.database.password", "").isBlank()) {
            findings.wrong("database-password");
        }
        if (settings.getProperty("pli.database.user", "").equals(settings.getProperty("pli.database.owner", "-"))) {
            findings.wrong("database-owner");
        }
    }

    private static boolean here(String host) {
        return host.matches("localhost|127\\..*|::1|\\[::1]");
    }

    private static void secrets(Installation installation, Findings findings) throws IOException {
        Path home = Path.of(installation.settings().getProperty("pli.home", "var"));
        for (Path secret : new Path[] {
            home.resolve("settings.env"),
            home.resolve("application.yaml"),
            Path.of(installation.settings().getProperty("pli.tls.key", home + "/tls/server.key"))
        }) {
            if (Files.exists(secret)) {
                String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(secret));
                if (OPEN.matcher(rights).matches()) {
                    findings.wrong("readable", secret, rights);
                }
            }
        }
    }
}
