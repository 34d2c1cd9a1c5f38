package fr.pli.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SettingsTest {

    @Test
    @Tag("Q-1")
    void everySettingIsDocumented() throws IOException {
        var text = new StringBuilder("""
                # Settings

                Made by `ops/docs` from the sources; checked by the test run.

                A setting is given as a variable of the environment (second column), as a line `NAME=value` of
                `$PLI_HOME/settings.env`, or under its own name in `$PLI_HOME/application.yaml`. The environment wins over both.
                Durations are written `30s`, `15m`, `12h`, `7d`; sizes `500MB` (1 MB = 1,048,576 bytes) unless bytes are asked for.

                ## The application

                | setting | environment | default | what it is |
                |---|---|---|---|
                """);
        for (Setting setting : Setting.ofTheApplication()) {
            text.append("| `%s` | `%s` | %s | %s |%n"
                    .formatted(
                            setting.name(),
                            setting.environment(),
                            setting.value().isEmpty() ? "" : "`" + Document.cell(setting.value()) + "`",
                            Document.cell(setting.description())));
        }
        text.append("""

                ## `ops/run`

                Read by the scripts only: in the environment or in `$PLI_HOME/settings.env`.

                | environment | default | what it is |
                |---|---|---|
                """);
        for (Setting setting : Setting.ofTheScripts()) {
            text.append("| `%s` | `%s` | %s |%n"
                    .formatted(setting.environment(), setting.value(), Document.cell(setting.description())));
        }
        Document.check("settings.md", text.toString());
    }

    @Test
    @Tag("Q-1")
    void everySettingSaysWhatItIs() throws IOException {
        assertThat(Setting.ofTheApplication())
                .allSatisfy(setting ->
                        assertThat(setting.description()).as(setting.name()).isNotBlank());
    }

    @Test
    @Tag("Q-1")
    void everySettingIsReadFromTheEnvironmentUnderTheNameThatIsDocumented() throws IOException {
        for (Setting setting : Setting.ofTheApplication()) {
            var sources = new MutablePropertySources();
            sources.addFirst(
                    new SystemEnvironmentPropertySource("systemEnvironment", Map.of(setting.environment(), "given")));
            var binder = new Binder(ConfigurationPropertySources.from(sources));
            assertThat(binder.bind(setting.name(), String.class).orElse(""))
                    .as(setting.environment())
                    .isEqualTo("given");
        }
    }
}
