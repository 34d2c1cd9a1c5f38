package fr.pli.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.pli.app.AppTest;
import fr.pli.app.TestTls;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Entrance;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.Sessions;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What broke the doors of products of this kind, tried on ours (DESIGN, section 6). */
@AppTest
@Tag("Q-6")
class DoorAttacksTest {

    private static final List<String> OPENING = List.of(
            "/sign-in",
            "/sign-in/second/code",
            "/sign-in/second/recovery",
            "/sign-in/second/passkey",
            "/sign-in/enrol/totp/confirm",
            "/sign-in/enrol/passkey");

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @BeforeEach
    void aFreshHour() {
        jdbc.sql("delete from sign_in_throttle").update();
    }

    @AfterEach
    void back() {
        clock.reset();
        aFreshHour();
    }

    /** A new way in has to be added to {@link #OPENING} and to the tests below. */
    @Test
    void everyRouteThatCreatesASessionIsKnownHere() {
        JavaClasses product = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("fr.pli");
        assertThat(callers(product, Sessions.class, "open")).containsExactly("Entrance");
        assertThat(callers(product, Entrance.class, "enter"))
                .containsExactly("CardEntryPages", "Enrolling", "SecondStepPages", "SignInController");
        Set<String> posts = routes.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(path -> path.startsWith("/sign-in"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(posts).containsAll(OPENING);
        posts.removeAll(OPENING);
        assertThat(posts)
                .as("the ticket of the card door, tried in CardDoorTest; and one that only shows a secret")
                .containsExactly("/sign-in/card/enter", "/sign-in/enrol/totp");
    }

    @Test
    @Tag("A-8")
    void noRouteOpensASessionWithAFactorMissing() {
        Person partner = people.partner();
        Phone phone = app(partner);
        Person sapiteur = people.active(Profile.SAPITEUR);
        var nobody = new ArrayList<Visitor>();
        Stream.of(
                        Map.of("email", partner.email()),
                        Map.of("email", partner.email(), "password", ""),
                        Map.of("email", partner.email(), "password", "Faux-mot-1"),
                        Map.of("email", "", "password", People.PASSWORD),
                        Map.of("password", People.PASSWORD),
                        Map.of("email", partner.email(), "code", phone.code(1)),
                        Map.of("email", partner.email(), "password", People.PASSWORD, "code", phone.code(1)))
                .forEach(form -> nobody.add(tried(visitors.anybody(), "/sign-in", form)));
        jdbc.sql("delete from sign_in_throttle").update();
        for (String second : OPENING.subList(1, OPENING.size())) {
            var all = Map.of(
                    "code", phone.code(1), "email", partner.email(), "password", People.PASSWORD, "credential", "{}");
            nobody.add(tried(visitors.anybody(), second, all));
            nobody.add(tried(halfWay(partner), second, Map.of()));
            nobody.add(tried(halfWay(partner), second, Map.of("code", "abc", "recovery", "abc", "credential", "[1]")));
            nobody.add(tried(halfWay(sapiteur), second, Map.of("code", "000000", "label", "x", "credential", "{}")));
            nobody.add(tried(halfWay(sapiteur), second, Map.of("code", phone.code(1))));
            jdbc.sql("delete from sign_in_throttle").update();
        }
        for (Visitor visitor : nobody) {
            assertThat(Visitor.location(visitor.get("/account"))).startsWith("/sign-in");
            assertThat(visitor.call("GET", "/api/v1/me", null).statusCode()).isEqualTo(401);
        }
    }

    @Test
    @Tag("A-8")
    void whoIsHalfWayReachesNoMoreThanAStranger() {
        Person partner = people.partner();
        app(partner);
        Visitor half = halfWay(partner);
        Visitor owing = halfWay(people.active(Profile.SAPITEUR));
        Visitor stranger = visitors.anybody();
        var differing = new TreeSet<String>();
        for (var info : routes.getHandlerMethods().keySet()) {
            for (String pattern : info.getPatternValues()) {
                String path = pattern.replaceAll(
                                "\\{\\w+(:(?:[^{}]|\\{[^}]*})*)?}",
                                UUID.randomUUID().toString())
                        .replace("/**", "/x");
                if (path.startsWith("/sign-in") || path.equals("/forgotten") || path.endsWith("/renew")) {
                    continue;
                }
                var methods = info.getMethodsCondition().getMethods();
                for (String method : methods.isEmpty()
                        ? Set.of("GET")
                        : methods.stream().map(Enum::name).collect(Collectors.toSet())) {
                    String expected = answered(stranger, method, path);
                    if (!answered(half, method, path).equals(expected)
                            || !answered(owing, method, path).equals(expected)) {
                        differing.add(method + " " + path);
                    }
                }
            }
        }
        assertThat(differing).isEmpty();
        assertThat(half.get("/sign-in/second").statusCode())
                .as("still half way")
                .isEqualTo(200);
    }

    @Test
    @Tag("A-8")
    void stepsCannotBeSkippedNorMixed() {
        Person partner = people.partner();
        Phone phone = app(partner);
        Visitor half = halfWay(partner);
        assertThat(Visitor.location(half.get("/sign-in/enrol"))).isEqualTo("/sign-in?expired");
        assertThat(Visitor.location(half.post("/sign-in/enrol/totp", Map.of()))).isEqualTo("/sign-in?expired");
        assertThat(Visitor.location(half.get("/sign-in/enrol/passkey"))).isEqualTo("/sign-in?expired");
        assertThat(jdbc.sql("select count(*) from second_factor where person = :p")
                        .param("p", partner.id())
                        .query(Integer.class)
                        .single())
                .as("who has a factor comes in nowhere by adding another")
                .isEqualTo(1);
        Person other = people.partner();
        Phone otherPhone = app(other);
        clock.advance(Duration.ofSeconds(30));
        var foreign = half.post(
                "/sign-in/second/code",
                Map.of("code", otherPhone.code(), "person", other.id().toString(), "email", other.email()));
        assertThat(foreign.statusCode()).as("a code of somebody else").isEqualTo(422);
        assertThat(half.post("/sign-in/second/code", Map.of("code", phone.code()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(half.get("/account").body()).contains(partner.email()).doesNotContain(other.email());
    }

    @Test
    @Tag("A-8")
    void halfWayEndsAfterTenMinutesByANewPasswordAndBySuspension() {
        Person partner = people.partner();
        Phone phone = app(partner);
        Visitor late = halfWay(partner);
        clock.advance(Duration.ofMinutes(10));
        assertThat(Visitor.location(late.post("/sign-in/second/code", Map.of("code", phone.code()))))
                .isEqualTo("/sign-in?expired");
        clock.reset();
        Visitor thief = halfWay(partner);
        visitors.anybody().post("/forgotten", Map.of("email", partner.email()));
        jobs.runTasks();
        String link = TestMail.links(TestMail.newest(partner.email())).stream()
                .map(found -> java.net.URI.create(found).getRawPath())
                .filter(path -> path.startsWith("/link/"))
                .findFirst()
                .orElseThrow();
        visitors.anybody().post(link, Map.of("password", "Quatre_Moulins-88", "repeated", "Quatre_Moulins-88"));
        assertThat(Visitor.location(thief.get("/sign-in/second"))).isEqualTo("/sign-in?expired");
        Visitor fresh = visitors.anybody();
        assertThat(Visitor.location(fresh.trySignIn(partner.email(), "Quatre_Moulins-88")))
                .as("a reset password does not replace the factor")
                .isEqualTo("/sign-in/second");
        people.suspend(partner);
        assertThat(Visitor.location(fresh.get("/sign-in/second"))).isEqualTo("/sign-in?expired");
    }

    @Test
    @Tag("A-9")
    void theIdentifierIsNewAfterEachStepAndTheFormerOneIsWorthNothing() {
        Person partner = people.partner();
        Phone phone = app(partner);
        Visitor visitor = visitors.anybody();
        visitor.setCookie("__Host-pli", "cGxhbnRlZC1zZXNzaW9u");
        visitor.trySignIn(partner.email(), People.PASSWORD);
        String half = visitor.cookie("__Host-pli").orElseThrow();
        visitor.get("/sign-in/second");
        clock.advance(Duration.ofSeconds(30));
        assertThat(visitor.post("/sign-in/second/code", Map.of("code", phone.code()))
                        .statusCode())
                .isEqualTo(302);
        String whole = visitor.cookie("__Host-pli").orElseThrow();
        assertThat(Set.of("cGxhbnRlZC1zZXNzaW9u", half, whole)).hasSize(3);
        Visitor thief = visitors.anybody();
        thief.setCookie("__Host-pli", half);
        assertThat(Visitor.location(thief.get("/sign-in/second"))).isEqualTo("/sign-in?expired");
        assertThat(Visitor.location(thief.get("/account"))).startsWith("/sign-in?next");
    }

    @Test
    void everyFormOfTheDoorsNeedsItsToken() {
        Person partner = people.partner();
        app(partner);
        Visitor half = halfWay(partner);
        Visitor whole = visitors.signedIn(people.partner());
        for (String path : List.of(
                "/sign-in",
                "/forgotten",
                "/link/x",
                "/link/x/renew",
                "/setup/x",
                "/address/x",
                "/certificate/x",
                "/registration/x",
                "/new-card",
                "/new-card/registration",
                "/new-card/attach",
                "/sign-in/enrol/totp")) {
            assertThat(visitors.anybody().postForm(path, "email=a").statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        for (String path : OPENING) {
            assertThat(half.postForm(path, "code=1").statusCode()).as(path).isEqualTo(403);
        }
        for (String path : List.of(
                "/account",
                "/account/password",
                "/account/proof",
                "/account/address",
                "/account/address/cancel",
                "/account/factors/totp",
                "/account/factors/totp/confirm",
                "/account/factors/passkey",
                "/account/factors/codes",
                "/account/certificates/add",
                "/account/sessions/end",
                "/account/tokens",
                "/sign-out")) {
            assertThat(whole.postForm(path, "_csrf=" + half.formToken()).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(whole.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("A-5")
    void findingSomebodyProvesNothing() {
        Person partner = people.partner();
        Visitor visitor = visitors.anybody();
        for (int i = 0; i < 3; i++) {
            visitor.trySignIn(partner.email(), "Faux-mot-" + i);
        }
        visitor.post("/forgotten", Map.of("email", partner.email(), "password", "Quatre_Moulins-88"));
        visitor.setCookie("me", partner.id().toString());
        visitor.setCookie("person", partner.id().toString());
        var answer = visitor.call(
                "GET",
                "/api/v1/me?me=" + partner.id(),
                Map.of("X-Forwarded-User", partner.email(), "Remote-User", partner.email(), "X-User", partner.email()),
                BodyPublishers.noBody());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Visitor.location(visitor.get("/account"))).startsWith("/sign-in");
        visitors.anybody().signIn(partner.email(), People.PASSWORD);
    }

    @Test
    @Tag("A-5")
    void aForgedHostChangesNoLinkAndNoPasskey() throws Exception {
        Person partner = people.partner();
        Visitor visitor = visitors.anybody();
        String form =
                "email=" + partner.email() + "&_csrf=" + URLEncoder.encode(visitor.formToken(), StandardCharsets.UTF_8);
        String answer = raw("POST /forgotten HTTP/1.1\r\nHost: ailleurs.example\r\nCookie: " + visitor.cookieHeader()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                + "\r\nConnection: close\r\n\r\n" + form);
        assertThat(answer).startsWith("HTTP/1.1 302");
        jobs.runTasks();
        assertThat(TestMail.links(TestMail.newest(partner.email())))
                .isNotEmpty()
                .allMatch(link -> link.startsWith("https://pli.test/"));
        Visitor whole = visitors.signedIn(partner);
        String token = whole.formToken();
        assertThat(raw("POST /api/v1/me/factors/passkeys/options HTTP/1.1\r\nHost: ailleurs.example\r\nCookie: "
                        + whole.cookieHeader() + "\r\nX-CSRF-TOKEN: " + token
                        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                .contains("\"id\":\"pli.test\"")
                .doesNotContain("ailleurs");
    }

    private String raw(String request) throws IOException {
        var address = visitors.address();
        try (var socket = TestTls.trusting().getSocketFactory().createSocket("localhost", address.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Set<String> callers(JavaClasses product, Class<?> owner, String method) {
        return product.get(owner).getMethods().stream()
                .filter(found -> found.getName().equals(method))
                .flatMap(found -> found.getCallsOfSelf().stream())
                .map(call -> call.getOriginOwner().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String answered(Visitor visitor, String method, String path) {
        var answer = visitor.call(method, path, null);
        return answer.statusCode() + " "
                + answer.headers().firstValue("Location").orElse("");
    }

    private static Visitor tried(Visitor visitor, String path, Map<String, String> form) {
        visitor.post(path, form);
        return visitor;
    }

    private Visitor halfWay(Person person) {
        Visitor visitor = visitors.anybody();
        assertThat(Visitor.location(visitor.trySignIn(person.email(), People.PASSWORD)))
                .startsWith("/sign-in/");
        visitor.get("/accessibility");
        return visitor;
    }

    private Phone app(Person person) {
        Visitor visitor = visitors.signedIn(person);
        visitor.post("/account/factors/totp", Map.of());
        Phone phone = new Phone(
                SecondFactorTest.secret(visitor.get("/account/factors/totp").body()), clock);
        visitor.post("/account/factors/totp/confirm", Map.of("code", phone.code(), "label", "Téléphone"));
        return phone;
    }
}
