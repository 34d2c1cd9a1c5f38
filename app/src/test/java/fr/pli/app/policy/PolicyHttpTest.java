package fr.pli.app.policy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.People;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class PolicyHttpTest {

    private static final Pattern FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"seen\\.([^\"]+)\" value=\"([^\"]*)\"");

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private Visitor admin;

    @BeforeEach
    void anAdministratorSignsIn() {
        admin = visitors.signedIn(people.administrator());
    }

    @AfterEach
    void nothingIsDecidedAnyMore() {
        jdbc.sql("delete from policy").update();
    }

    @Test
    @Tag("O-1")
    @Tag("X-12")
    void theAdministratorDecidesOnOnePageAndEverybodyIsHeldToItAtOnce() {
        Visitor clerk = visitors.signedIn(people.clerk());
        assertThat(clerk.get("/admin/policies").statusCode()).isEqualTo(403);
        assertThat(clerk.get("/messages/new").body()).contains("max=\"15\"");
        var done = admin.post(
                "/admin/policies", form(Map.of("message.max-days", "9", "message.refused-extensions", "exe scr")));
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(admin.follow("/admin/policies").body())
                .contains("Les politiques sont appliquées", "value=\"9\"", "exe scr");
        assertThat(clerk.get("/messages/new").body()).contains("max=\"9\"");

        String draft = clerk.call("POST", "/api/v1/drafts", null).body().replaceAll("^\\{\"id\":\"([^\"]+)\".*", "$1");
        var refused = clerk.call(
                "POST",
                "/api/v1/uploads",
                Map.of(
                        "Tus-Resumable", "1.0.0",
                        "Upload-Length", "10",
                        "Upload-Metadata", "filename " + base64("économiseur.scr") + ",container " + base64(draft)),
                BodyPublishers.noBody());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("message.extension-refused", "économiseur.scr", "Extensions refusées");
    }

    @Test
    @Tag("O-1")
    void whatMayNotBeIsRefusedWithItsBoundsAndEverythingTypedIsKept() {
        var answer = admin.post(
                "/admin/policies", form(Map.of("message.max-days", "31", "institution.name", "Cour gardée")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("De 1 à 30.", "value=\"31\"", "Cour gardée");
        assertThat(admin.get("/accessibility").body()).doesNotContain("Cour gardée");
        var large = admin.call("PATCH", "/api/v1/policies", "{\"message.max-file-bytes\":\"2001\"}");
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(large.body()).contains("policy.value", "2000");
    }

    @Test
    @Tag("O-1")
    @Tag("P-1")
    void programsReadAndDecidePolicies() {
        assertThat(admin.get("/api/v1/policies").body())
                .contains("\"name\":\"message.max-days\"", "\"value\":\"15\"", "\"standard\":\"15\"");
        var decided = admin.call("PATCH", "/api/v1/policies", "{\"message.max-recipients\":\"7\"}");
        assertThat(decided.statusCode()).isEqualTo(200);
        assertThat(decided.body()).contains("\"value\":\"7\"");
        assertThat(admin.call("PATCH", "/api/v1/policies", "{\"nulle.part\":\"7\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitors.signedIn(people.partner()).get("/api/v1/policies").statusCode())
                .isEqualTo(403);
    }

    @Test
    @Tag("O-1")
    @Tag("A-4")
    void eachPublicSeesItsOwnSupport() {
        admin.post(
                "/admin/policies",
                form(Map.of(
                        "institution.name", "Cour de Pli",
                        "institution.support-phone", "01 11 11 11 11",
                        "institution.support-phone-lawyers", "01 22 22 22 22",
                        "institution.support-email-experts", "experts@pli.test")));
        Person lawyer = people.active(Profile.LAWYER);
        Person expert = people.active(Profile.EXPERT);
        assertThat(visitors.anybody().get("/accessibility").body()).contains("Cour de Pli", "01 11 11 11 11");
        assertThat(visitors.signedIn(lawyer).get("/messages").body())
                .contains("01 22 22 22 22")
                .doesNotContain("01 11");
        assertThat(visitors.signedIn(expert).get("/messages").body()).contains("01 11 11 11 11", "experts@pli.test");
    }

    @Test
    @Tag("O-1")
    @Tag("A-6")
    void aStricterSetOfPasswordRulesHoldsForTheNextPassword() {
        Visitor clerk = visitors.signedIn(people.clerk());
        assertThat(clerk.get("/account/password").body()).contains("8");
        admin.post("/admin/policies", form(Map.of("account.password-set", "strict")));
        assertThat(clerk.get("/account/password").body()).contains("15");
        var tooShort = clerk.post(
                "/account/password",
                Map.of("present", People.PASSWORD, "password", "Dix-Sept_17!", "repeated", "Dix-Sept_17!"));
        assertThat(tooShort.statusCode()).isEqualTo(422);
    }

    /** The form as the page gave it, with some fields changed. */
    private Map<String, String> form(Map<String, String> changed) {
        Map<String, String> fields = new HashMap<>();
        Matcher seen = FIELD.matcher(admin.get("/admin/policies").body());
        while (seen.find()) {
            fields.put("seen." + seen.group(1), seen.group(2));
            fields.put("policy." + seen.group(1), seen.group(2));
        }
        changed.forEach((name, value) -> fields.put("policy." + name, value));
        assertThat(fields).hasSizeGreaterThan(20);
        return fields;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
