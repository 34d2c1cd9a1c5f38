package fr.pli.exchange.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.platform.Findings;
import fr.pli.exchange.platform.Findings.Finding;
import fr.pli.exchange.platform.Findings.Level;
import fr.pli.exchange.platform.Installation;
import fr.pli.exchange.testing.StatusServer;
import fr.pli.exchange.testing.TestAuthority;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What doctor says of the card door (O-5). */
@Tag("O-5")
@Tag("C-1")
class CardExaminationTest {

    @TempDir
    Path folder;

    private final TestAuthority authority = TestAuthority.named("Cartes de test");

    @Test
    void withoutAuthoritiesThereIsNoDoorAndNothingWrong() throws Exception {
        assertThat(found(Map.of(), Instant.now())).containsExactly("WELL none");
    }

    @Test
    void aSoundDoorIsSaidToBeSound() throws Exception {
        Path list = TestAuthority.file(folder.resolve("a.crl"), authority.list());
        assertThat(found(authorities("pli.card.revocation-lists", list.toString()), Instant.now()))
                .containsExactly("WELL valid", "WELL list");
    }

    @Test
    void whatIsOverStaleAbsentOrLaxIsNamed() throws Exception {
        Instant now = Instant.now();
        Path list = TestAuthority.file(
                folder.resolve("a.crl"), authority.list(now.minusSeconds(900), now.plus(Duration.ofDays(9))));
        var settings = authorities("pli.card.revocation-lists", list.toString());
        settings.put("pli.card.revocation", "SOFT");
        assertThat(found(settings, now.plus(Duration.ofDays(10)))).contains("WRONG stale", "DOUBTFUL soft");
        Path foreign = TestAuthority.file(
                folder.resolve("foreign.crl"),
                TestAuthority.named("Cartes de test").list());
        assertThat(found(authorities("pli.card.revocation-lists", foreign.toString()), now))
                .as("of another authority of the same name")
                .contains("WRONG stale");
        settings.put("pli.web.tls", "false");
        assertThat(found(settings, now)).contains("WRONG unreachable");
        settings.put("pli.card.proxy-port", "8448");
        assertThat(found(settings, now)).doesNotContain("WRONG unreachable");
        assertThat(found(settings, now.plus(Duration.ofDays(3950)))).contains("DOUBTFUL soon");
        assertThat(found(settings, now.plus(Duration.ofDays(5000)))).contains("WRONG expired");
        assertThat(found(authorities("pli.card.intermediates", "/nowhere.pem"), now))
                .containsExactly("WRONG absent");
        Path leaf = TestAuthority.pem(
                folder.resolve("leaf.pem"), authority.card("Claire").issue().certificate());
        assertThat(found(Map.of("pli.card.authorities", leaf.toString()), now)).contains("WRONG leaf");
    }

    @Test
    void theServersThatAnAuthorityNamesAreTried() throws Exception {
        var answering = new StatusServer();
        var gone = new StatusServer();
        URI nobody = gone.address();
        gone.close();
        try (answering) {
            TestAuthority.Card between = authority
                    .card("Région")
                    .authority()
                    .listedAt(answering.address())
                    .answeredAt(nobody)
                    .issue();
            Path file = TestAuthority.pem(folder.resolve("between.pem"), between.certificate());
            assertThat(found(authorities("pli.card.intermediates", file.toString()), Instant.now()))
                    .contains("WELL reached", "WRONG unreached");
        }
    }

    private Map<String, Object> authorities(String name, String value) {
        var settings = new HashMap<String, Object>();
        settings.put("pli.card.authorities", authority.file(folder).toString());
        settings.put(name, value);
        return settings;
    }

    private static List<String> found(Map<String, ?> settings, Instant now) throws Exception {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", new HashMap<>(settings)));
        var findings = new Findings();
        new CardExamination().examine(new Installation(environment, Clock.fixed(now, ZoneOffset.UTC)), findings);
        return findings.all().stream().map(CardExaminationTest::said).toList();
    }

    private static String said(Finding finding) {
        Level level = finding.level();
        return level + " " + finding.code();
    }
}
