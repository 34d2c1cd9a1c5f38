package fr.pli.app.documents;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.UrlResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One thing an operator can set. @param value its default, empty when there is none */
record Setting(String name, String environment, String value, String description) {

    private static final Pattern OF_SCRIPTS = Pattern.compile("^ {2}: \"\\$\\{(PLI_\\w+):=([^}]*)}\" *# (.+)$");

    /** What the records of all modules declare, with the defaults of their annotations and of the shipped files. */
    static List<Setting> ofTheApplication() throws IOException {
        Properties shipped = shippedDefaults();
        var settings = new ArrayList<Setting>();
        for (URL metadata : Collections.list(
                Setting.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            JsonNode tree;
            try (var stream = metadata.openStream()) {
                tree = JsonMapper.builder().build().readTree(stream);
            }
            for (JsonNode property : tree.path("properties")) {
                String name = property.path("name").asString();
                if (name.startsWith("pli.")) {
                    settings.add(of(name, property, shipped));
                }
            }
        }
        settings.sort(Comparator.comparing(Setting::name));
        return settings;
    }

    /** The lines of ops/lib/settings.sh that give a default, with their comments. */
    static List<Setting> ofTheScripts() {
        var settings = new ArrayList<Setting>();
        var declared = Document.lines(Document.PROJECT.resolve("ops/lib/settings.sh"));
        for (String line : declared) {
            Matcher setting = OF_SCRIPTS.matcher(line);
            if (setting.find()) {
                settings.add(new Setting(setting.group(1), setting.group(1), setting.group(2), setting.group(3)));
            }
        }
        return settings;
    }

    private static Setting of(String name, JsonNode property, Properties shipped) {
        String value = shipped.getProperty(name, text(property.path("defaultValue")));
        String environment = name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        return new Setting(
                name, environment, value, plain(property.path("description").asString("")));
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            var parts = new ArrayList<String>();
            value.forEach(part -> parts.add(part.asString()));
            return String.join(", ", parts);
        }
        return value.isMissingNode() ? "" : value.asString();
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@(?:code|link|value) ([^}]*)}", "`$1`");
    }

    private static Properties shippedDefaults() throws IOException {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(
                new ClassPathResource("pli.yaml"),
                new UrlResource(Document.PROJECT
                        .resolve("app/src/main/resources/application.yaml")
                        .toUri()));
        return yaml.getObject();
    }
}
