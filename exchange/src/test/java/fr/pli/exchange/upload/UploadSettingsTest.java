package fr.pli.exchange.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class UploadSettingsTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @EnableConfigurationProperties(UploadSettings.class)
    static class Settings {}

    @Test
    @Tag("X-3")
    @Tag("U-5")
    void aSizeAboveWhatCanBeAnalysedSafelyIsRefusedAtStart() {
        application.withPropertyValues("pli.upload.max-length=2000000001").run(context -> assertThat(context)
                .hasFailed());
        application.withPropertyValues("pli.upload.max-length=2000000000").run(context -> assertThat(
                        context.getBean(UploadSettings.class).maxLength())
                .isEqualTo(2_000_000_000L));
    }
}
