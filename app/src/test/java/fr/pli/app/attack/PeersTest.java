package fr.pli.app.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestMail;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What broke in products of this kind, tried here; each test is named after who had it. */
@AppTest
@Tag("Q-6")
class PeersTest {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Value("${pli.home}")
    Path home;

    @Test
    void moveItSqlInHeadersAndCookiesReachesNoStatement() {
        Visitor partner = visitors.signedIn(people.partner());
        for (String sql :
                List.of("' or '1'='1", "\"; drop table person; -- ", "1 union select password from credential")) {
            for (String header : List.of(
                    "X-siLock-Transaction",
                    "X-Forwarded-For",
                    "Referer",
                    "User-Agent",
                    "Accept-Language",
                    "If-None-Match",
                    "Idempotency-Key",
                    "Range",
                    "Origin")) {
                var answer = partner.call("GET", "/api/v1/messages", Map.of(header, sql), BodyPublishers.noBody());
                assertThat(answer.statusCode()).as(header + ": " + sql).isIn(200, 400, 403);
            }
            Visitor somebody = visitors.anybody();
            somebody.setCookie("SESSION", Base64.getEncoder().encodeToString(sql.getBytes(StandardCharsets.UTF_8)));
            assertThat(somebody.get("/messages").statusCode()).isEqualTo(302);
        }
        assertThat(jdbc.sql("select count(*) from person").query(Long.class).single())
                .isPositive();
    }

    @Test
    void moveItAStepOfSigningInCannotBeSkippedByNamingAnId() {
        Person partner = people.partner();
        for (String name : List.of(
                "SESSION", "__Host-pli", "__Host-pli-session", "JSESSIONID", "MIDMZLang", "siLockLongTermInstID")) {
            Visitor somebody = visitors.anybody();
            somebody.setCookie(name, partner.id().toString());
            assertThat(somebody.get("/messages").statusCode()).as(name).isEqualTo(302);
        }
    }

    @Test
    void accellionSqlInTheHostIsNoFault() throws IOException {
        for (String host : List.of("' or 1=1 -- ", "localhost' union select 1", "%27", "a:b:c", "[::1")) {
            String answer = RawDoor.send(
                    visitors.address(), "GET /sign-in HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertThat(RawDoor.status(answer)).as(host).isIn(200, 400);
        }
    }

    @Test
    @Tag("O-3")
    void goAnywhereTheFirstAdministratorIsNotMadeTwice() throws IOException {
        people.administrator();
        long before = administrators();
        for (String path : List.of(
                "/setup/00000000",
                "/assets/..;/setup/00000000",
                "/goanywhere/images/..;/wizard/InitialAccountSetup.xhtml",
                "/setup/..;/setup/x")) {
            String answer = RawDoor.send(
                    visitors.address(), "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(RawDoor.status(answer)).as(path).isIn(302, 400, 403, 404, 410);
        }
        visitors.anybody()
                .post(
                        "/setup/00000000",
                        Map.of(
                                "email", "intrus@exemple.fr",
                                "firstName", "I",
                                "lastName", "N",
                                "organisation", "O",
                                "password", People.PASSWORD,
                                "repeated", People.PASSWORD));
        assertThat(administrators()).isEqualTo(before);
    }

    @Test
    void goAnywhereSerialisedObjectsAreReadByNothing() {
        byte[] object = {(byte) 0xAC, (byte) 0xED, 0, 5, 's', 'r', 0, 17};
        Visitor partner = visitors.signedIn(people.partner());
        for (String path : List.of("/api/v1/drafts", "/api/v1/me/tokens", "/sign-in", "/lic/accept")) {
            assertThat(partner.call(
                                    "POST",
                                    path,
                                    Map.of("Content-Type", "application/x-java-serialized-object"),
                                    BodyPublishers.ofByteArray(object))
                            .statusCode())
                    .as(path)
                    .isBetween(200, 499);
        }
    }

    @Test
    @Tag("X-3")
    void cleoANameWithAPathIsOnlyAName() throws IOException {
        Visitor clerk = visitors.signedIn(people.clerk());
        String draft = draft(clerk);
        for (String name : List.of(
                "../../../../autorun/healthcheck.txt",
                "..\\..\\autorun\\healthcheck.txt",
                "/etc/cron.d/healthcheck.txt",
                "C:\\autorun\\healthcheck.txt",
                "healthcheck.txt\u0000.pdf",
                "file:///autorun/healthcheck.txt")) {
            var made = upload(clerk, draft, name, "mauvais");
            assertThat(made.statusCode()).as(name).isIn(201, 400, 409, 422);
        }
        try (var files = Files.walk(home)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.contains("healthcheck"));
        }
        assertThat(Files.exists(Path.of("/etc/cron.d/healthcheck.txt"))).isFalse();
        assertThat(clerk.get("/api/v1/drafts/" + draft).body()).doesNotContain("../", "..\\\\");
    }

    @Test
    @Tag("A-5")
    void crushFtpWhoIsNamedIsNotSignedIn() {
        Person clerk = people.clerk();
        for (String credential : List.of(
                "AWS4-HMAC-SHA256 Credential=" + clerk.email() + "/, SignedHeaders=host, Signature=0",
                "Basic " + base64(clerk.email() + ":"),
                "Basic " + base64(clerk.email() + ":" + People.PASSWORD),
                "Bearer " + clerk.email(),
                "Bearer " + clerk.id(),
                "Bearer pli_",
                "Bearer  ",
                "Digest username=\"" + clerk.email() + "\"",
                "Negotiate YII=")) {
            var answer = visitors.anybody()
                    .call("GET", "/api/v1/me", Map.of("Authorization", credential), BodyPublishers.noBody());
            assertThat(answer.statusCode()).as(credential).isEqualTo(401);
        }
        for (String header :
                List.of("X-Remote-User", "Remote-User", "X-Forwarded-User", "CrushAuth", "X-User", "From")) {
            var answer = visitors.anybody()
                    .call("GET", "/api/v1/me", Map.of(header, clerk.email()), BodyPublishers.noBody());
            assertThat(answer.statusCode()).as(header).isEqualTo(401);
        }
    }

    @Test
    @Tag("A-5")
    void kiteworksAResetGoesToNobodyElseWhateverParametersSay() {
        Person victim = people.partner();
        Person attacker = people.partner();
        Visitor browser = visitors.anybody();
        String token = Requests.encode(browser.formToken());
        browser.postForm(
                "/forgotten?email=" + Requests.encode(attacker.email()),
                "email=" + Requests.encode(victim.email()) + "&email=" + Requests.encode(attacker.email()) + "&to="
                        + Requests.encode(attacker.email()) + "&_csrf=" + token);
        browser.postForm(
                "/forgotten",
                "email=" + Requests.encode(victim.email() + "\r\nBcc: " + attacker.email()) + "&_csrf=" + token);
        browser.postForm(
                "/forgotten", "email=" + Requests.encode(victim.email() + "," + attacker.email()) + "&_csrf=" + token);
        jobs.runTasks();
        assertThat(TestMail.to(attacker.email())).isEmpty();
    }

    @Test
    @Tag("U-2")
    void fileSenderAPieceThatWasAcknowledgedIsNotOverwritten() {
        Visitor clerk = visitors.signedIn(people.clerk());
        String draft = draft(clerk);
        var made = upload(clerk, draft, "acte.txt", "première version", 32);
        String place = Visitor.location(made);
        var again = clerk.call(
                "PATCH",
                place,
                Map.of(
                        "Tus-Resumable", "1.0.0",
                        "Upload-Offset", "0",
                        "Content-Type", "application/offset+octet-stream"),
                BodyPublishers.ofString("seconde version!"));
        assertThat(again.statusCode()).isEqualTo(409);
        var head = clerk.call("HEAD", place, Map.of("Tus-Resumable", "1.0.0"), BodyPublishers.noBody());
        assertThat(head.headers().firstValue("Upload-Offset"))
                .hasValue(Integer.toString("première version".getBytes(StandardCharsets.UTF_8).length));
    }

    @Test
    void ownCloudASignatureThatNobodyMadeOpensNothing() {
        Person clerk = people.clerk();
        String signed = "?OC-Credential=" + Requests.encode(clerk.email())
                + "&OC-Verb=GET&OC-Expires=1200&OC-Date=2026-11-22T10:00:00Z&OC-Signature=" + "0".repeat(64);
        for (String path : List.of("/messages", "/api/v1/me", "/api/v1/messages", "/account", "/admin/directory")) {
            assertThat(visitors.anybody().get(path + signed).statusCode())
                    .as(path)
                    .isIn(302, 401);
        }
    }

    @Test
    @Tag("C-1")
    void fortiClientACertificateInAHeaderIsNobodysCertificate() {
        String certificate = ":" + base64("-----BEGIN CERTIFICATE-----") + ":";
        for (String header : List.of(
                "Client-Cert",
                "Client-Cert-Chain",
                "X-SSL-Client-Cert",
                "X-Client-Cert",
                "SSL_CLIENT_CERT",
                "X-Forwarded-Client-Cert",
                "X-FCCK-REGISTER")) {
            assertThat(visitors.anybody()
                            .call("GET", "/messages", Map.of(header, certificate), BodyPublishers.noBody())
                            .statusCode())
                    .as(header)
                    .isEqualTo(302);
        }
    }

    private long administrators() {
        return jdbc.sql("select count(*) from person where profile = 'ADMINISTRATOR'")
                .query(Long.class)
                .single();
    }

    private static String draft(Visitor clerk) {
        var found = ID.matcher(clerk.call("POST", "/api/v1/drafts", null).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static HttpResponse<String> upload(Visitor clerk, String draft, String name, String text) {
        return upload(clerk, draft, name, text, text.getBytes(StandardCharsets.UTF_8).length);
    }

    private static HttpResponse<String> upload(Visitor clerk, String draft, String name, String text, int length) {
        return clerk.call(
                "POST",
                "/api/v1/uploads",
                Map.of(
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        Integer.toString(length),
                        "Content-Type",
                        "application/offset+octet-stream",
                        "Upload-Metadata",
                        "filename " + base64(name) + ",container " + base64(draft)),
                BodyPublishers.ofString(text));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
