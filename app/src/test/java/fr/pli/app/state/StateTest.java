package fr.pli.app.state;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.ApiTokens;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Task;
import fr.pli.exchange.testing.Clamd;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

@AppTest
class StateTest {

    private static int moves;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    List<Sweep> sweeps;

    @Autowired
    List<Task> tasks;

    @Autowired
    MessageSource words;

    @Autowired
    ApiTokens tokens;

    @AfterEach
    void clamdIsBack() {
        Clamd.shared().start();
        jobs.sweep("attachment.scanner");
        clock.reset();
    }

    @Test
    @Tag("O-4")
    void administratorsAndSupportSeeTheStateOthersDoNot() {
        jobs.sweep("attachment.scanner");
        later();
        for (Profile profile : new Profile[] {Profile.ADMINISTRATOR, Profile.SUPPORT}) {
            var page = visitors.signedIn(people.active(profile)).get("/admin/state");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains(
                            "jeu d&#39;essai",
                            "Courriels",
                            "Surveillance de l&#39;antivirus",
                            "Certificats",
                            "Journal");
        }
        for (Profile profile : new Profile[] {Profile.PARTNER, Profile.GREFFIER, Profile.AUDITOR}) {
            var page = visitors.signedIn(people.active(profile)).get("/admin/state");
            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(page.body()).doesNotContain("jeu d&#39;essai");
        }
    }

    @Test
    @Tag("O-4")
    @Tag("U-6")
    void aStoppedClamdIsShownAndCountedButTheServiceStaysReady() throws Exception {
        Clamd.shared().stop();
        jobs.sweep("attachment.scanner");
        later();

        var page = visitors.signedIn(people.administrator()).get("/admin/state");
        assertThat(page.body()).contains("indisponible", "Il ne répond pas ou n&#39;est pas démarré.");
        assertThat(managed("/actuator/prometheus").body()).contains("pli_scanner_up 0.0");
        assertThat(managed("/actuator/health/readiness").statusCode()).isEqualTo(200);

        Clamd.shared().start();
        jobs.sweep("attachment.scanner");
        later();
        assertThat(managed("/actuator/prometheus").body()).contains("pli_scanner_up 1.0");
    }

    @Test
    @Tag("O-4")
    void everyWorkInTheBackgroundHasItsWordsInBothLanguages() {
        for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            assertThat(Stream.concat(
                                    sweeps.stream().map(Sweep::name),
                                    tasks.stream().map(Task::name))
                            .filter(name -> !name.startsWith("platform.test-")))
                    .allSatisfy(name -> assertThat(words.getMessage("state.job." + name, null, "", language))
                            .as("state.job.%s of messages/state", name)
                            .isNotBlank());
        }
    }

    @Test
    @Tag("O-4")
    void theCheckOfTheJournalIsShownWithItsResult() throws Exception {
        jobs.sweep("journal.check");
        later();
        var page = visitors.signedIn(people.administrator()).get("/admin/state");
        assertThat(page.body()).contains("lignes recalculées", "intact");
        assertThat(managed("/actuator/prometheus").body()).contains("pli_journal_whole 1.0");
        assertThat(managed("/actuator/health").body()).contains("UP");
    }

    @Test
    @Tag("O-4")
    void aProgramReadsTheStateIfItsOwnerMaySeeThePage() {
        var program = visitors.withToken(tokens.create(people.administrator(), "suivi", List.of("state:read"), 1)
                .clear());
        var answer = program.get("/api/v1/state");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"analysis\"", "\"mails\"", "\"storage\"", "\"journal\"", "\"sweeps\"");
        assertThat(visitors.signedIn(people.partner()).get("/api/v1/state").statusCode())
                .isEqualTo(403);
        var other = visitors.withToken(tokens.create(people.administrator(), "autre", List.of("journal:read"), 1)
                .clear());
        assertThat(other.get("/api/v1/state").statusCode()).isEqualTo(403);
    }

    @Test
    @Tag("O-4")
    void healthAndMetricsAreReadWithoutSigningInAndLeaveNoCookie() throws Exception {
        for (String path :
                new String[] {"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus"}) {
            var answer = managed(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().allValues("set-cookie")).as(path).isEmpty();
        }
        assertThat(managed("/actuator/prometheus").body())
                .contains("pli_analysis_waiting ", "pli_storage_free_bytes ", "pli_mail{", "pli_tasks_long_due ");
    }

    /** To a time at which nothing was counted before: what was is shown for ten seconds more. */
    private void later() {
        moves++;
        clock.advance(Duration.ofMinutes(2L * moves));
    }

    private HttpResponse<String> managed(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(visitors.management() + path))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
