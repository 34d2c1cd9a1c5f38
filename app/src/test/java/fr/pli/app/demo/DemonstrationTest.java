package fr.pli.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.platform.Home;
import fr.pli.exchange.platform.WebSettings;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class DemonstrationTest {

    @Test
    @Tag("Q-1")
    @Tag("P-3")
    void theDemonstrationTellsTheCommandLineWhereTheServerIsAndCallsNothingElseASetting() {
        var web = new WebSettings(
                InetAddress.getLoopbackAddress(), 8443, 8445, true, URI.create("https://localhost:8443"));

        assertThat(Demonstration.places(web, new Home(Path.of("/somewhere")), new MockEnvironment()))
                .containsEntry("PLI_SERVER", "https://localhost:8443")
                .containsEntry("PLI_CA", "/somewhere/tls/ca.pem")
                .containsEntry("DEMO_MAILS", "http://127.0.0.1:8446")
                .hasSize(3);
    }
}
