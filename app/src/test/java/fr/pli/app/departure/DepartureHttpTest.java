package fr.pli.app.departure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.ApiTokens;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class DepartureHttpTest {

    private static final Pattern REQUEST = Pattern.compile("href=\"(/messages/[^\"]+/files/[^\"]+)\"");

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Cases cases;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    @Tag("T-1")
    void aGreffierDeclaresChangesAndCancelsOnThePage() {
        Person person = people.clerk();
        Person colleague = people.clerk();
        Visitor clerk = visitors.signedIn(person);
        assertThat(clerk.get("/expertises").body()).contains("href=\"/departure\"", "Déclarer mon départ");
        assertThat(clerk.get("/departure").body())
                .contains("Déclarer mon départ ou ma mutation", person.name(), "JJ-MM-AAAA")
                .doesNotContain("Annuler mon départ", "??");

        var wrong = clerk.post("/departure", Map.of("lastDay", "01-01-2020", "successor", colleague.email()));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(
                        "aujourd&#39;hui ou plus tard", "value=\"" + colleague.email() + "\"", "aria-invalid=\"true\"");

        LocalDate day = today().plusDays(10);
        assertThat(clerk.post("/departure", Map.of("lastDay", day.toString(), "cause", "RETIREMENT"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(clerk.get("/departure").body())
                .contains("Mettre à jour la déclaration", "Annuler mon départ", "Sans successeur", "à 00h00 (Paris)");
        clerk.post("/departure", Map.of("lastDay", day.toString(), "successor", colleague.email()));
        assertThat(clerk.get("/departure").body()).contains("Vos dossiers passent alors à " + colleague.name());
        assertThat(visitors.signedIn(colleague).get("/notices").body()).contains("vous a désigné");
        assertThat(clerk.post("/departure/cancel", Map.of()).statusCode()).isEqualTo(302);
        assertThat(clerk.get("/departure").body())
                .contains("Votre départ est annulé")
                .doesNotContain("à jour la");
        assertThat(clerk.post("/departure/cancel", Map.of()).statusCode()).isEqualTo(409);

        for (Profile profile : List.of(Profile.EXPERT, Profile.LAWYER, Profile.ADMINISTRATOR, Profile.SUPPORT)) {
            Visitor other = visitors.signedIn(people.active(profile));
            assertThat(other.get("/departure").statusCode()).isEqualTo(403);
            assertThat(other.post("/departure", Map.of("lastDay", day.toString()))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(other.get("/help").body()).doesNotContain("href=\"/departure\"");
        }
    }

    @Test
    @Tag("T-2")
    @Tag("T-3")
    void whoHasLeftIsOutAtMidnightAndTheExpertReadsWhatBecomesOfTheFiles() {
        Cases.Case one = cases.open();
        Person person = people.clerk();
        one.add(person, Role.GREFFIER, null);
        Visitor clerk = visitors.signedIn(person);
        String departure = declared(clerk, today(), "");
        Visitor expert = visitors.signedIn(one.expert());
        assertThat(expert.get("/notices").body())
                .contains(person.name() + " a déclaré son départ", "/departures/" + departure);
        assertThat(expert.get("/departures/" + departure).body())
                .contains(
                        "Départ de " + person.name(),
                        one.now().title(),
                        one.now().rg());
        assertThat(expert.get("/api/v1/me/notices?unread=true").body()).contains("\"unread\":0");
        Visitor stranger = visitors.signedIn(one.lawyer(one.claimant()));
        assertThat(stranger.get("/departures/" + departure).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/departures/" + departure).statusCode()).isEqualTo(404);

        clock.moveTo(today().plusDays(1).atStartOfDay(Time.PARIS).toInstant());
        jobs.runTasks();
        assertThat(clerk.get("/expertises").statusCode()).isEqualTo(302);
        assertThat(visitors.anybody().trySignIn(person.email(), People.PASSWORD).statusCode())
                .isNotEqualTo(302);
        // a day later everybody signs in again
        assertThat(visitors.signedIn(one.expert())
                        .get("/departures/" + departure)
                        .body())
                .contains("à pourvoir");
    }

    @Test
    @Tag("T-3")
    @Tag("T-4")
    @Tag("O-2")
    void supportListsWhatNeedsSomebodyAndAttachesAReplacementWithTheRequest() {
        Cases.Case one = cases.open();
        Person person = people.clerk();
        Person replacement = people.clerk();
        one.add(person, Role.GREFFIER, null);
        String departure = declared(visitors.signedIn(person), today(), "");
        clock.moveTo(today().plusDays(1).atStartOfDay(Time.PARIS).toInstant());
        jobs.runTasks();

        Visitor support = visitors.signedIn(people.active(Profile.SUPPORT));
        assertThat(support.get("/admin/departures?waiting=true").body())
                .contains("href=\"/admin/departures\"", person.name(), "à pourvoir");
        String page = "/admin/departures/" + departure;
        assertThat(support.get(page).body())
                .contains(one.now().rg(), one.expert().name(), "Rattacher un remplaçant")
                .doesNotContain(one.now().title(), "??");
        assertThat(support.get("/expertises/" + one.id()).statusCode())
                .as("no operator reads content")
                .isEqualTo(404);

        var incomplete = attach(support, page, replacement.email(), "PRESIDENT", "", "Vu.");
        assertThat(incomplete.statusCode()).isEqualTo(422);
        assertThat(incomplete.body()).contains("le nom de la personne", "value=\"" + replacement.email() + "\"");
        assertThat(attach(support, page, replacement.email(), "PRESIDENT", "Mme Rey", "")
                        .body())
                .contains("Joignez la demande");
        assertThat(attach(support, page, replacement.email(), "DIRECTEUR_DE_GREFFE", "Mme Rey", "Vu la demande.")
                        .statusCode())
                .isEqualTo(302);
        assertThat(support.get(page).body()).contains("en attente d&#39;analyse", "À la demande de Mme Rey");
        jobs.runTasks();
        String after = support.get(page).body();
        assertThat(after).contains("directeur de greffe", replacement.name()).doesNotContain("Rattacher un");
        Matcher request = REQUEST.matcher(after);
        assertThat(request.find()).isTrue();
        assertThat(support.get(request.group(1)).body()).isEqualTo("Vu la demande.");
        Visitor colleague = visitors.signedIn(replacement);
        assertThat(colleague.get(request.group(1)).statusCode()).isEqualTo(404);
        assertThat(colleague.get("/expertises").body()).contains(one.now().title());
        assertThat(support.get("/admin/departures?waiting=true").body()).doesNotContain(person.name());

        for (Profile profile : List.of(Profile.GREFFIER, Profile.EXPERT, Profile.AUDITOR, Profile.PARTNER)) {
            Visitor other = visitors.signedIn(people.active(profile));
            assertThat(other.get("/admin/departures").statusCode()).isEqualTo(403);
            assertThat(other.get(page).statusCode()).isEqualTo(403);
            assertThat(attach(other, page, replacement.email(), "PRESIDENT", "Mme Rey", "Vu.")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    @Tag("P-1")
    void programsDoTheSameWithinTheirScopes() {
        Cases.Case one = cases.open();
        Person person = people.active(Profile.MAGISTRAT);
        one.add(person, Role.MAGISTRAT, null);
        Visitor reader = program(person, "expertises:read");
        Visitor writer = program(person, "expertises:read", "expertises:write");
        String body = "{\"lastDay\":\"" + today() + "\"}";
        assertThat(reader.call("PUT", "/api/v1/departure", body).statusCode()).isEqualTo(403);
        assertThat(json(reader.get("/api/v1/departure")).path("type").asString())
                .endsWith("departure.nothing-declared");
        var declared = json(writer.call("PUT", "/api/v1/departure", body));
        assertThat(declared.path("lastDay").asString()).isEqualTo(today().toString());
        assertThat(declared.path("takesEffect").asString()).contains("T2");
        assertThat(json(reader.get("/api/v1/departure")).path("id").asString())
                .isEqualTo(declared.path("id").asString());
        assertThat(writer.call("DELETE", "/api/v1/departure", null).statusCode())
                .isEqualTo(204);
        String departure =
                json(writer.call("PUT", "/api/v1/departure", body)).path("id").asString();
        clock.moveTo(today().plusDays(1).atStartOfDay(Time.PARIS).toInstant());
        jobs.runTasks();

        Visitor support = program(people.active(Profile.SUPPORT), "expertises:read", "expertises:write");
        assertThat(json(support.get("/api/v1/departures?waiting=true")).toString())
                .contains(departure);
        Person replacement = people.active(Profile.MAGISTRAT);
        String address = "/api/v1/departures/" + departure + "/replacement";
        var early = support.call("PUT", address + "/request", OCTETS, BodyPublishers.ofString("Vu."));
        assertThat(early.statusCode()).isEqualTo(404);
        var made = support.call(
                "POST",
                address + "?asker=MAGISTRAT_DU_CONTROLE&askerName=M.%20Roux&file=demande.txt&replacement="
                        + replacement.email(),
                OCTETS,
                BodyPublishers.ofString("Vu la demande."));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        assertThat(json(made).path("replacement").path("askerName").asString()).isEqualTo("M. Roux");
        assertThat(json(made).path("files").get(0).path("title").isNull()).isTrue();
        jobs.runTasks();
        assertThat(json(support.get("/api/v1/departures/" + departure))
                        .path("replacement")
                        .path("request")
                        .asString())
                .isEqualTo("JOINED");
        var again = support.call("PUT", address + "/request", OCTETS, BodyPublishers.ofString("Vu."));
        assertThat(json(again).path("type").asString()).endsWith("departure.request-joined");
        assertThat(json(program(replacement, "expertises:read").get("/api/v1/departures/" + departure))
                        .path("files")
                        .get(0)
                        .path("title")
                        .asString())
                .isEqualTo(one.now().title());
        assertThat(program(replacement, "expertises:read")
                        .get("/api/v1/departures")
                        .statusCode())
                .isEqualTo(403);
    }

    private static final Map<String, String> OCTETS = Map.of("Content-Type", "application/octet-stream");

    private String declared(Visitor clerk, LocalDate day, String successor) {
        var made = clerk.call(
                "PUT", "/api/v1/departure", "{\"lastDay\":\"" + day + "\",\"successor\":\"" + successor + "\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        return json(made).path("id").asString();
    }

    private Visitor program(Person person, String... scopes) {
        return visitors.withToken(
                tokens.create(person, "programme", List.of(scopes), 5).clear());
    }

    private static HttpResponse<String> attach(
            Visitor operator, String page, String address, String asker, String name, String request) {
        String boundary = "----pli-departure";
        var body = new ByteArrayOutputStream();
        Map.of("replacement", address, "asker", asker, "askerName", name)
                .forEach((field, value) -> body.writeBytes(("--" + boundary
                                + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"demande.txt\"\r\n"
                        + "Content-Type: text/plain\r\n\r\n" + request + "\r\n--" + boundary + "--\r\n")
                .getBytes(StandardCharsets.UTF_8));
        return operator.call(
                "POST",
                page + "/replacement",
                Map.of("Content-Type", "multipart/form-data; boundary=" + boundary),
                BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.builder().build().readTree(answer.body());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Time.PARIS);
    }
}
