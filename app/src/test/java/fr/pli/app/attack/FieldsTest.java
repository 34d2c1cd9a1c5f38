package fr.pli.app.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.receipt.Letters;
import fr.pli.exchange.testing.People;
import java.lang.reflect.Type;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every field of every form and query, and every member of every JSON body, with what nobody types by accident: no
 * fault (500), nothing evaluated, nothing given back unescaped.
 */
@AttackTest
@Tag("Q-6")
class FieldsTest {

    /** The product of the two primes appears only where something computed it. */
    private static final String PRODUCT = "62615533";

    private static final String SCRIPT = "<script>pli()</script>";

    private static final String TEMPLATES = "${7919*7907}[[${7919*7907}]]__${7919*7907}__::x #{7919*7907} *{7919*7907}"
            + " ~{::${7919*7907}} @{${7919*7907}} th:text=\"${7919*7907}\" #{T(java.lang.Integer).valueOf(7919*7907)}";

    private static final Map<String, String> TEXTS = texts();

    private static final Map<String, String> VALUES = values();

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "{",
            "\"x\"",
            "7",
            "{\"\":1}",
            "{\"__proto__\":{\"admin\":true},\"class\":{\"module\":1}}",
            "[".repeat(3000) + "]".repeat(3000),
            "{\"a\":".repeat(1500) + "1" + "}".repeat(1500),
            "\u0000",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>");

    @Autowired
    Routes routes;

    @Autowired
    Estate estate;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    @BeforeEach
    @AfterEach
    void nobodyWaitsForThePasswordsThatOthersTried() {
        jdbc.sql("delete from sign_in_throttle").update();
    }

    @Test
    void noFieldOfAFormOrAQueryMakesAFaultOrComesBackUnescaped() throws Exception {
        everybody((visitor, ids) -> {
            for (Route route : ids.routes()) {
                if (leaves(route) || Fields.json(route.handler()).isPresent()) {
                    continue;
                }
                List<Fields.Field> fields = Fields.of(route.handler());
                Map<String, String> variables = ids.of(route);
                for (Fields.Field field : fields) {
                    var sent = new LinkedHashMap<String, String>();
                    fields.forEach(other -> sent.put(other.name(), other.sample()));
                    TEXTS.forEach((what, text) -> {
                        sent.remove(field.name());
                        String others = Requests.encoded(sent);
                        String encoded = others + (others.isEmpty() ? "" : "&") + field.name() + text;
                        look(
                                route,
                                field.name() + " " + what,
                                Requests.raw(visitor, route, variables, fitting(route, encoded)));
                    });
                }
                if (!fields.isEmpty()) {
                    look(route, "nothing", Requests.raw(visitor, route, variables, ""));
                }
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void noMemberOfAJsonBodyMakesAFault() throws Exception {
        everybody((visitor, ids) -> {
            for (Route route : ids.routes()) {
                Type type = Fields.json(route.handler()).orElse(null);
                if (type == null) {
                    continue;
                }
                Map<String, String> variables = ids.of(route);
                for (String body : BODIES) {
                    look(route, Answers.shortly(body), Requests.json(visitor, route, variables, Map.of(), body));
                }
                if (!(type instanceof Class<?> plain)) {
                    continue;
                }
                for (Fields.Field member : Fields.members(plain)) {
                    VALUES.forEach((what, value) -> look(
                            route,
                            member.name() + " " + what,
                            Requests.json(visitor, route, variables, Map.of(), with(plain, member.name(), value))));
                }
            }
        });
        assertThat(faults).isEmpty();
    }

    /** Also what is typed before anybody is known. */
    @Test
    void noFieldOfAPageWithoutASessionMakesAFault() {
        Visitor anybody = visitors.anybody();
        for (Route route : routes.all()) {
            if (route.api()
                    || !List.of(
                                    "/sign-in",
                                    "/forgotten",
                                    "/link/{token}",
                                    "/setup/{token}",
                                    "/address/{token}",
                                    "/certificate/{token}",
                                    "/registration/{token}",
                                    "/sign-in/card",
                                    "/sign-in/card/enter",
                                    "/new-card",
                                    "/new-card/registration",
                                    "/new-card/support",
                                    "/terms")
                            .contains(route.pattern())) {
                continue;
            }
            for (Fields.Field field : Fields.of(route.handler())) {
                TEXTS.forEach((what, text) -> look(
                        route,
                        field.name() + " " + what,
                        Requests.raw(anybody, route, Map.of("token", "x"), fitting(route, field.name() + text))));
            }
        }
        assertThat(faults).isEmpty();
    }

    private void look(Route route, String what, HttpResponse<String> answer) {
        String kind = answer.headers().firstValue("Content-Type").orElse("");
        boolean busy = answer.statusCode() == 503 && answer.body().contains("busy");
        if (answer.statusCode() >= 500 && !busy) {
            faults.add(route + " " + what + " → " + answer.statusCode());
        }
        if (answer.body().contains(PRODUCT)) {
            faults.add(route + " " + what + " was evaluated");
        }
        if (kind.startsWith("text/html") && answer.body().contains(SCRIPT)) {
            faults.add(route + " " + what + " came back unescaped");
        }
        if (answer.headers().firstValue("X-Evil").isPresent()) {
            faults.add(route + " " + what + " made a header");
        }
        if (answer.headers().firstValue("Content-Security-Policy").isEmpty()) {
            faults.add(route + " " + what + " is answered without a content policy");
        }
        if (kind.startsWith("text/html") && answer.body().contains("Exception")) {
            faults.add(route + " " + what + " names an exception");
        }
    }

    /** Who signs out cannot go on; and who ends all sessions ends those of the others of these tests. */
    private static boolean leaves(Route route) {
        return route.pattern().equals("/sign-out")
                || route.pattern().equals("/error")
                || route.pattern().equals("/refused");
    }

    /** A query has a bound of its own, which the server says before the product is asked. */
    private static String fitting(Route route, String encoded) {
        return route.reads() || route.method().equals("DELETE")
                ? encoded.substring(0, Math.min(encoded.length(), 6000)).replaceAll("%[0-9A-F]?$", "")
                : encoded;
    }

    private void everybody(Attack attack) throws InterruptedException {
        var owners = estate.owners();
        // signed in before anything else keeps the server busy: too many at once are told to come again
        Map<Person, Visitor> inside = new LinkedHashMap<>();
        for (Person owner : List.of(owners.get(0), owners.get(2), owners.get(4), people.active(Profile.AUDITOR))) {
            inside.put(owner, visitors.signedIn(owner));
        }
        try (var threads = Executors.newFixedThreadPool(3)) {
            inside.forEach((owner, visitor) -> {
                threads.submit(() -> {
                    try {
                        attack.by(visitor, new Opened(visitor, owner));
                    } catch (RuntimeException | Error failure) {
                        faults.add(owner.profile() + ": " + failure);
                    }
                });
            });
        }
    }

    private static String with(Class<?> type, String member, String value) {
        var parts = new ArrayList<String>();
        for (Fields.Field field : Fields.members(type)) {
            parts.add('"' + field.name() + "\":"
                    + (field.name().equals(member) ? value : Fields.sample(field.type(), field.name())));
        }
        return "{" + String.join(",", parts) + "}";
    }

    private static Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("empty", "=");
        texts.put("absent", "_=");
        texts.put("twice", "=a&=b");
        texts.put("array", "[]=a");
        texts.put("map", "[a]=a");
        texts.put("nested", ".class.module.classLoader.resources.context.parent.pipeline.first.pattern=x");
        texts.put("65,536 characters", "=" + "a".repeat(65_536));
        texts.put("control characters", "=" + Requests.encode("a\u0000b\r\nX-Evil: 1\r\n\u001B[2J\u0007"));
        texts.put("template", "=" + Requests.encode(TEMPLATES));
        texts.put("script", "=" + Requests.encode("\"'>" + SCRIPT + "<img src=x onerror=pli()>"));
        texts.put("no UTF-8", "=%FF%FE%C0%AF");
        texts.put("SQL", "=" + Requests.encode("' or '1'='1'; drop table person; -- \\"));
        texts.put("path", "=" + Requests.encode("../../../../etc/passwd"));
        texts.put("huge number", "=99999999999999999999");
        texts.put("negative number", "=-1");
        texts.put("no plane of its own", "=" + Requests.encode("😀𝕏\u202Eabc\uFFFF"));
        return Map.copyOf(texts);
    }

    private static Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put("null", "null");
        values.put("array", "[]");
        values.put("array of null", "[null]");
        values.put("nested arrays", "[[[\"a\"]]]");
        values.put("object", "{\"a\":{}}");
        values.put("true", "true");
        values.put("fraction", "1.5");
        values.put("huge number", "99999999999999999999");
        values.put("huge exponent", "1e999");
        values.put("negative number", "-1");
        values.put("empty", "\"\"");
        values.put("65,536 characters", '"' + "a".repeat(65_536) + '"');
        values.put("control characters", "\"a\\u0000b\\r\\nX-Evil: 1\\u001b\"");
        values.put("half a character", "\"\\ud800\"");
        values.put("template", '"' + TEMPLATES.replace("\"", "\\\"") + '"');
        values.put("script", "\"" + SCRIPT + "\"");
        values.put("SQL", "\"' or '1'='1'; drop table person; --\"");
        values.put("many", "[" + "\"a\",".repeat(20_000) + "\"a\"]");
        return Map.copyOf(values);
    }

    /** What one person does to all routes. */
    private interface Attack {
        void by(Visitor visitor, Opened ids);
    }

    /** Ids that open something for this person, so that what is typed meets the code behind the refusal. */
    private final class Opened {

        private final Map<String, String> byPlace = new LinkedHashMap<>();

        private final Person person;

        Opened(Visitor visitor, Person person) {
            this.person = person;
            for (Route route : routes.withIds()) {
                if (!route.reads() || route.variables().size() != 1) {
                    continue;
                }
                String name = route.variables().getFirst();
                String place = route.prefixes().get(name);
                if (byPlace.containsKey(place)) {
                    continue;
                }
                estate.ids().values().stream()
                        .filter(id -> visitor.call("GET", route.path(Map.of(name, id)), null)
                                        .statusCode()
                                == 200)
                        .findFirst()
                        .ifPresent(id -> byPlace.put(place, id));
            }
        }

        /** An auditor reads the journal and has nothing else of their own. */
        List<Route> routes() {
            return person.profile() == Profile.AUDITOR
                    ? routes.all().stream()
                            .filter(route -> route.pattern().contains("journal"))
                            .toList()
                    : routes.all();
        }

        Map<String, String> of(Route route) {
            var values = new LinkedHashMap<String, String>();
            route.prefixes()
                    .forEach((name, place) -> values.put(
                            name, byPlace.getOrDefault(place, Letters.unknown().toString())));
            return values;
        }
    }
}
