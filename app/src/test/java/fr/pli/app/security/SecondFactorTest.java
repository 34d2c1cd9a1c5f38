package fr.pli.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.ApiTokens;
import fr.pli.exchange.account.Entries;
import fr.pli.exchange.account.EntryErasure;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.attachment.KeyReplacement;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
@Tag("A-8")
class SecondFactorTest {

    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<");
    private static final Pattern RECOVERY = Pattern.compile("<code class=\"hash\">([0-9A-Z-]{29})</code>");

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Entries entries;

    @Autowired
    EntryErasure erasure;

    @Autowired
    KeyReplacement keys;

    @Autowired
    TestClock clock;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aFreshHour() {
        jdbc.sql("delete from sign_in_throttle").update();
    }

    @AfterEach
    void back() {
        clock.reset();
        aFreshHour();
    }

    @Test
    void anAppIsSetUpByItsFirstCodeAndAskedAfterThePassword() {
        Person partner = people.partner();
        Visitor visitor = visitors.signedIn(partner);
        assertThat(visitor.get("/account").body()).contains("Connexion en deux étapes", "inactive");
        assertThat(visitor.get("/account/factors/totp").body()).doesNotContain("id=\"secret\"");
        assertThat(Visitor.location(visitor.post("/account/factors/totp", Map.of())))
                .isEqualTo("/account/factors/totp");
        String page = visitor.get("/account/factors/totp").body();
        assertThat(page).contains("<svg class=\"qr\"", "SHA-1, 6 chiffres, 30 secondes");
        Phone phone = new Phone(secret(page), clock);
        var wrong = visitor.post("/account/factors/totp/confirm", Map.of("code", "000000", "label", "Téléphone"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Ce code n’est pas le bon", "value=\"Téléphone\"");
        assertThat(enter(visitors.anybody(), partner)).as("not yet confirmed").isEqualTo("/");
        assertThat(Visitor.location(visitor.post(
                        "/account/factors/totp/confirm", Map.of("code", phone.code(), "label", "Téléphone"))))
                .startsWith("/account/factors/codes?first");
        assertThat(visitor.get("/account").body()).contains("Téléphone", "aucun code de secours");

        Visitor elsewhere = visitors.anybody();
        assertThat(enter(elsewhere, partner)).isEqualTo("/sign-in/second");
        assertThat(elsewhere.get("/sign-in/second").body()).contains("Code à six chiffres");
        assertThat(Visitor.location(elsewhere.get("/account"))).startsWith("/sign-in");
        clock.advance(Duration.ofSeconds(30));
        assertThat(Visitor.location(elsewhere.post("/sign-in/second/code", Map.of("code", phone.code()))))
                .isEqualTo("/");
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(200);
        jobs.runTasks();
        assertThat(TestMail.text(TestMail.newest(partner.email())))
                .contains("une application à codes vient d’être ajoutée", "« Téléphone »");
    }

    @Test
    void whoWasOnTheWayToAPageGetsThereAfterTheSecondStep() {
        Person partner = people.partner();
        Phone phone = app(partner);
        Visitor visitor = visitors.anybody();
        var first = visitor.post(
                "/sign-in", Map.of("email", partner.email(), "password", People.PASSWORD, "next", "/account/tokens"));
        assertThat(Visitor.location(first)).isEqualTo("/sign-in/second");
        assertThat(prove(visitor, phone)).isEqualTo("/account/tokens");
    }

    @Test
    void aCodeCountsOnceOnWhateverNodeAndWithinItsWindowOnly() {
        Person partner = people.partner();
        Phone phone = app(partner);
        Visitor one = halfWay(partner);
        Visitor other = halfWay(partner);
        clock.advance(Duration.ofSeconds(90));
        String code = phone.code();
        assertThat(one.post("/sign-in/second/code", Map.of("code", code)).statusCode())
                .isEqualTo(302);
        var again = other.post("/sign-in/second/code", Map.of("code", code));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Ce code a déjà servi");
        assertThat(other.post("/sign-in/second/code", Map.of("code", phone.code(-1)))
                        .statusCode())
                .as("older than one that was used")
                .isEqualTo(422);
        assertThat(other.post("/sign-in/second/code", Map.of("code", phone.code(3)))
                        .statusCode())
                .as("an app whose clock is more than a minute early")
                .isEqualTo(422);
        assertThat(other.post("/sign-in/second/code", Map.of("code", phone.code(1)))
                        .statusCode())
                .as("one step early")
                .isEqualTo(302);
    }

    @Test
    void theSecretIsSealedAndSurvivesTheReplacementOfItsKey() {
        Person partner = people.partner();
        Phone phone = app(partner);
        String key = sealKey(partner);
        assertThat(jdbc.sql("""
                        select length(sealed) from second_factor_totp t join second_factor f on f.id = t.factor
                        where f.person = :p
                        """).param("p", partner.id()).query(Integer.class).single())
                .as("nonce, 20 bytes, tag")
                .isEqualTo(12 + 20 + 16);
        keys.replace(key);
        assertThat(sealKey(partner)).isNotEqualTo(key);
        assertThat(prove(halfWay(partner), phone)).isEqualTo("/");
    }

    @Test
    void wrongCodesAreSlowedForEverybodyButADeviceThatSignedInBeforeAndThePersonIsTold() {
        Person partner = people.partner();
        Visitor own = visitors.anybody();
        Phone phone = app(partner);
        enter(own, partner);
        prove(own, phone);
        own.signOut();
        for (int i = 0; i < 5; i++) {
            assertThat(halfWay(partner)
                            .post("/sign-in/second/code", Map.of("code", "00000" + i))
                            .statusCode())
                    .isEqualTo(422);
        }
        for (int wait : new int[] {16, 31, 61}) {
            clock.advance(Duration.ofSeconds(wait));
            halfWay(partner).post("/sign-in/second/code", Map.of("code", "000000"));
        }
        var slowed = halfWay(partner).post("/sign-in/second/code", Map.of("code", phone.code(1)));
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.body()).containsPattern("second facteur : attendez \\d+ (s|min)");
        assertThat(halfWay(partner)
                        .post("/sign-in/second/recovery", Map.of("recovery", "ABCD"))
                        .statusCode())
                .as("codes of another kind are no way around")
                .isEqualTo(429);
        enter(own, partner);
        assertThat(prove(own, phone)).isEqualTo("/");
        jobs.runTasks();
        assertThat(TestMail.to(partner.email()))
                .filteredOn(mail -> TestMail.subject(mail).contains("Quelqu’un a donné votre mot de passe"))
                .hasSize(1);
    }

    @Test
    @Tag("A-7")
    void theDeviceOfOnePersonIsAStrangersAtTheSecondStepOfAnother() {
        Person other = people.partner();
        Visitor device = visitors.anybody();
        Phone theirs = app(other);
        enter(device, other);
        prove(device, theirs);
        device.signOut();
        Person partner = people.partner();
        Phone phone = app(partner);
        for (int wait : new int[] {0, 0, 0, 0, 0, 16, 31, 61}) {
            clock.advance(Duration.ofSeconds(wait));
            halfWay(partner).post("/sign-in/second/code", Map.of("code", "000000"));
        }
        assertThat(enter(device, partner)).isEqualTo("/sign-in/second");
        device.get("/sign-in/second");
        assertThat(device.post("/sign-in/second/code", Map.of("code", phone.code(1)))
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    @Tag("A-7")
    void aBrowserThatOnlyChoseAPasswordByALinkIsSlowedLikeAStranger() {
        Person partner = people.partner();
        Phone phone = app(partner);
        for (int wait : new int[] {0, 0, 0, 0, 0, 16, 31, 61}) {
            clock.advance(Duration.ofSeconds(wait));
            halfWay(partner).post("/sign-in/second/code", Map.of("code", "000000"));
        }
        visitors.anybody().post("/forgotten", Map.of("email", partner.email()));
        jobs.runTasks();
        String link = TestMail.to(partner.email()).stream()
                .flatMap(mail -> TestMail.links(mail).stream())
                .map(found -> URI.create(found).getRawPath())
                .filter(path -> path.startsWith("/link/"))
                .findFirst()
                .orElseThrow();
        Visitor reader = visitors.anybody();
        reader.post(link, Map.of("password", "Quatre_Moulins-88", "repeated", "Quatre_Moulins-88"));
        assertThat(Visitor.location(reader.trySignIn(partner.email(), "Quatre_Moulins-88")))
                .isEqualTo("/sign-in/second");
        assertThat(reader.post("/sign-in/second/code", Map.of("code", phone.code(1)))
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void aRecoveryCodeWorksOnceAndItsPersonIsTold() {
        Person partner = people.partner();
        app(partner);
        List<String> codes = codes(signedIn(partner));
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        Visitor lost = halfWay(partner);
        assertThat(Visitor.location(lost.post(
                        "/sign-in/second/recovery",
                        Map.of(
                                "recovery",
                                codes.getFirst().toLowerCase(Locale.ROOT).replace("-", " ")))))
                .isEqualTo("/");
        assertThat(lost.get("/account").body()).contains("9 codes de secours");
        var again = halfWay(partner).post("/sign-in/second/recovery", Map.of("recovery", codes.getFirst()));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("ou il a déjà servi");
        jobs.runTasks();
        assertThat(TestMail.text(TestMail.newest(partner.email()))).contains("Codes encore valables : 9");
        assertThat(jdbc.sql("select count(*) from recovery_code where person = :p and hash = unhex(sha2(:c, 256))")
                        .param("p", partner.id())
                        .param("c", codes.getLast().replace("-", ""))
                        .query(Integer.class)
                        .single())
                .as("stored as hashes")
                .isEqualTo(1);
    }

    @Test
    void newRecoveryCodesMakeTheFormerOnesVoidAndAreNotShownAgain() {
        Person partner = people.partner();
        app(partner);
        Visitor visitor = signedIn(partner);
        List<String> former = codes(visitor);
        assertThat(visitor.get("/account/factors/codes").body())
                .doesNotContain(former)
                .contains("(10)");
        List<String> fresh = codes(visitor);
        assertThat(halfWay(partner)
                        .post("/sign-in/second/recovery", Map.of("recovery", former.getFirst()))
                        .statusCode())
                .isEqualTo(422);
        assertThat(halfWay(partner)
                        .post("/sign-in/second/recovery", Map.of("recovery", fresh.getFirst()))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aProfileThatMustHaveOneIsLedToItBeforeAnythingElseAndKeepsTheLast() {
        Person sapiteur = people.active(Profile.SAPITEUR);
        Visitor visitor = visitors.anybody();
        assertThat(enter(visitor, sapiteur)).isEqualTo("/sign-in/enrol");
        assertThat(visitor.get("/sign-in/enrol").body()).contains("Votre profil exige un second facteur");
        for (String page : new String[] {"/messages", "/account", "/account/factors/totp", "/api/v1/me"}) {
            assertThat(visitor.get(page).statusCode()).as(page).isIn(302, 401);
        }
        assertThat(Visitor.location(visitor.get("/sign-in/second"))).isEqualTo("/sign-in?expired");
        visitor.get("/sign-in/enrol/totp");
        visitor.post("/sign-in/enrol/totp", Map.of());
        Phone phone = new Phone(secret(visitor.get("/sign-in/enrol/totp").body()), clock);
        var entered = visitor.post("/sign-in/enrol/totp/confirm", Map.of("code", phone.code(), "label", "App"));
        assertThat(Visitor.location(entered)).isEqualTo("/account/factors/codes?first&next=%2F");
        assertThat(visitor.get("/messages").statusCode()).isEqualTo(200);
        String remove = removal(visitor);
        var refused = visitor.post(remove, Map.of());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("ajoutez-en un autre avant de retirer celui-ci");
        assertThat(enter(visitors.anybody(), sapiteur)).isEqualTo("/sign-in/second");
    }

    @Test
    void removingTheLastOneEndsTheSecondStepAndIsMailed() {
        Person partner = people.partner();
        app(partner);
        Visitor visitor = signedIn(partner);
        codes(visitor);
        assertThat(visitor.get(removal(visitor)).body()).contains("le mot de passe suffira de nouveau");
        assertThat(Visitor.location(visitor.post(removal(visitor), Map.of()))).isEqualTo("/account");
        assertThat(enter(visitors.anybody(), partner)).isEqualTo("/");
        assertThat(jdbc.sql("select count(*) from recovery_code where person = :p")
                        .param("p", partner.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        jobs.runTasks();
        assertThat(TestMail.subject(TestMail.newest(partner.email()))).contains("a été retiré de votre compte");
    }

    @Test
    void anAdministratorResetsThemForSomebodyElseAndThatPersonIsTold() {
        Person partner = people.partner();
        app(partner);
        Visitor theirs = signedIn(partner);
        Person administrator = people.administrator();
        Visitor visitor = visitors.signedIn(administrator);
        String page = "/admin/directory/" + partner.id();
        assertThat(visitor.get(page).body()).contains(page + "/factors");
        assertThat(visitor.get(page + "/factors").body())
                .contains("Application à codes", "Assurez-vous d’abord de son identité")
                .doesNotContain("Téléphone");
        assertThat(visitors.signedIn(people.active(Profile.SUPPORT))
                        .post(page + "/factors", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.call("GET", "/api/v1/directory/entries/" + partner.id() + "/factors", null)
                        .body())
                .contains("\"kind\":\"TOTP\"")
                .doesNotContain("Téléphone");
        assertThat(Visitor.location(visitor.post(page + "/factors", Map.of()))).isEqualTo(page);
        assertThat(visitor.call("DELETE", "/api/v1/directory/entries/" + partner.id() + "/factors", null)
                        .statusCode())
                .as("nothing is left")
                .isEqualTo(409);
        assertThat(theirs.get("/account").statusCode()).as("sessions end").isEqualTo(302);
        assertThat(enter(visitors.anybody(), partner)).isEqualTo("/");
        jobs.runTasks();
        assertThat(TestMail.text(TestMail.newest(partner.email()))).contains("un administrateur a retiré");
        assertThat(visitor.post("/admin/directory/" + administrator.id() + "/factors", Map.of())
                        .statusCode())
                .as("nobody resets their own")
                .isEqualTo(403);
    }

    @Test
    @Tag("P-2")
    void aTokenWorksWithoutTheFactorAndIsMadeInAFullSessionOnly() {
        Person partner = people.partner();
        app(partner);
        String token = tokens.create(partner, "programme", List.of("account:read", "account:write"), 1)
                .clear();
        assertThat(visitors.withToken(token).get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(visitors.withToken(token).get("/api/v1/me/factors").statusCode())
                .as("factors are no program's business")
                .isEqualTo(403);
        var refused = halfWay(partner)
                .call("POST", "/api/v1/me/tokens", "{\"label\":\"x\",\"scopes\":[\"account:read\"],\"days\":1}");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(tokens.of(partner)).hasSize(1);
    }

    @Test
    void anOlderSessionGivesThePasswordAgainBeforeFactorsChange() {
        Person partner = people.partner();
        Visitor visitor = visitors.signedIn(partner);
        clock.advance(Duration.ofMinutes(11));
        assertThat(Visitor.location(visitor.get("/account/factors/totp")))
                .isEqualTo("/account/proof?next=%2Faccount%2Ffactors%2Ftotp");
        visitor.get("/account/proof?next=/account/factors/totp");
        assertThat(Visitor.location(visitor.post("/account/factors/totp", Map.of())))
                .startsWith("/account/proof");
        assertThat(visitor.call("POST", "/api/v1/me/factors/totp", null).body())
                .contains("urn:pli:problem:signin.proof-required");
        assertThat(visitor.call("GET", "/api/v1/me/factors", null).statusCode()).isEqualTo(200);
        var wrong = visitor.post("/account/proof", Map.of("password", "Faux-mot-1", "next", "/account/factors/totp"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Visitor.location(visitor.post(
                        "/account/proof", Map.of("password", People.PASSWORD, "next", "/account/factors/totp"))))
                .isEqualTo("/account/factors/totp");
        assertThat(visitor.get("/account/factors/totp").statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("P-1")
    void theInterfaceDoesWhatThePagesDo() {
        Person partner = people.partner();
        Visitor visitor = visitors.signedIn(partner);
        var begun = visitor.call("POST", "/api/v1/me/factors/totp", null);
        assertThat(begun.statusCode()).isEqualTo(201);
        String secret = begun.body().replaceAll(".*\"secret\":\"([A-Z2-7]+)\".*", "$1");
        Phone phone = new Phone(secret, clock);
        assertThat(visitor.call(
                                "POST",
                                "/api/v1/me/factors/totp/confirm",
                                "{\"code\":\"" + phone.code() + "\",\"label\":\"P\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(visitor.call("POST", "/api/v1/me/factors/recovery-codes", null)
                        .body())
                .containsPattern("\"codes\":\\[\"[0-9A-Z]{4}-");
        String list = visitor.call("GET", "/api/v1/me/factors", null).body();
        assertThat(list).contains("\"recoveryCodes\":10", "\"kind\":\"TOTP\"", "\"label\":\"P\"");
        assertThat(visitor.call("POST", "/api/v1/me/factors/passkeys/options", null)
                        .body())
                .contains("\"rp\":{", "\"id\":\"pli.test\"", "\"userVerification\":\"preferred\"");
        assertThat(visitor.call("POST", "/api/v1/me/factors/passkeys", "{\"credential\":\"{}\",\"label\":\"Clé\"}")
                        .body())
                .contains("urn:pli:problem:factor.passkey-wrong");
        String id = list.replaceAll(".*\"id\":\"([0-9a-f-]{36})\".*", "$1");
        assertThat(visitor.call("DELETE", "/api/v1/me/factors/" + id, null).statusCode())
                .isEqualTo(204);
        assertThat(visitor.call("DELETE", "/api/v1/me/factors/" + id, null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theFactorOfSomebodyElseIsUnknown() {
        Person other = people.partner();
        app(other);
        String id = jdbc.sql("select id from second_factor where person = :p")
                .param("p", other.id())
                .query(java.util.UUID.class)
                .single()
                .toString();
        Visitor visitor = visitors.signedIn(people.partner());
        assertThat(visitor.post("/account/factors/" + id + "/remove", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(visitor.call("DELETE", "/api/v1/me/factors/" + id, null).statusCode())
                .isEqualTo(404);
    }

    @Test
    @Tag("Q-11")
    void nothingOfThemIsLeftOfSomebodyWhoseDataAreErased() {
        Person partner = people.partner();
        app(partner);
        codes(signedIn(partner));
        Person administrator = people.now(people.administrator());
        entries.depart(administrator, partner.id());
        erasure.erase(administrator, partner.id(), partner.email());
        for (String table : List.of("second_factor", "recovery_code")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where person = :p")
                            .param("p", partner.id())
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void aShownSecretThatGotNoCodeIsForgotten() {
        Person partner = people.partner();
        Visitor visitor = visitors.signedIn(partner);
        visitor.post("/account/factors/totp", Map.of());
        Phone phone = new Phone(secret(visitor.get("/account/factors/totp").body()), clock);
        clock.advance(Duration.ofMinutes(16));
        visitor.post("/account/proof", Map.of("password", People.PASSWORD));
        var late = visitor.post("/account/factors/totp/confirm", Map.of("code", phone.code(), "label", "P"));
        assertThat(late.statusCode()).isEqualTo(409);
        jobs.sweep("factor.upkeep");
        assertThat(jdbc.sql("select count(*) from second_factor where person = :p")
                        .param("p", partner.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Gives the person an app. */
    private Phone app(Person person) {
        Visitor visitor = visitors.signedIn(person);
        visitor.post("/account/factors/totp", Map.of());
        Phone phone = new Phone(secret(visitor.get("/account/factors/totp").body()), clock);
        var confirmed =
                visitor.post("/account/factors/totp/confirm", Map.of("code", phone.code(), "label", "Téléphone"));
        assertThat(confirmed.statusCode()).isEqualTo(302);
        phones.put(person, phone);
        return phone;
    }

    private final Map<Person, Phone> phones = new java.util.HashMap<>();

    private Visitor signedIn(Person person) {
        Visitor visitor = halfWay(person);
        prove(visitor, phones.get(person));
        visitor.get("/account");
        return visitor;
    }

    private Visitor halfWay(Person person) {
        Visitor visitor = visitors.anybody();
        assertThat(enter(visitor, person)).isEqualTo("/sign-in/second");
        visitor.get("/sign-in/second");
        return visitor;
    }

    private static String enter(Visitor visitor, Person person) {
        return Visitor.location(visitor.trySignIn(person.email(), People.PASSWORD));
    }

    /** Waits for the app's next code and gives it. */
    private String prove(Visitor visitor, Phone phone) {
        visitor.get("/sign-in/second");
        clock.advance(Duration.ofSeconds(30));
        HttpResponse<String> answer = visitor.post("/sign-in/second/code", Map.of("code", phone.code()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        visitor.get("/accessibility"); // forms of the new session have a token of their own
        return Visitor.location(answer);
    }

    private static List<String> codes(Visitor visitor) {
        visitor.get("/account/factors/codes");
        String page = visitor.post("/account/factors/codes", Map.of()).body();
        return RECOVERY.matcher(page)
                .results()
                .map(MatchResult::group)
                .map(found -> found.replaceAll("<[^>]*>", ""))
                .toList();
    }

    private static String removal(Visitor visitor) {
        var found = Pattern.compile("/account/factors/[0-9a-f-]{36}/remove")
                .matcher(visitor.get("/account").body());
        assertThat(found.find()).isTrue();
        return URI.create(found.group()).getPath();
    }

    private String sealKey(Person person) {
        return jdbc.sql("""
                        select t.seal_key from second_factor_totp t join second_factor f on f.id = t.factor
                        where f.person = :p
                        """).param("p", person.id()).query(String.class).single();
    }

    static String secret(String page) {
        var found = SECRET.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
