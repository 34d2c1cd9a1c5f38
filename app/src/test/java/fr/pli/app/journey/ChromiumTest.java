package fr.pli.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ChromiumTest {

    @Test
    @Tag("Q-7")
    void axeFindsAPlantedFault() {
        try (var window = Chromium.window("https://localhost", "fr-FR", 1280, 900)) {
            var page = window.newPage();
            page.setContent(
                    "<html lang=fr><head><title>t</title></head><body><main><h1>t</h1><img src=x></main></body>");
            assertThat(Chromium.violations(page)).anyMatch(found -> found.startsWith("image-alt"));
        }
    }
}
