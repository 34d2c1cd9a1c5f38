package fr.pli.app.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.receipt.Letters;
import fr.pli.exchange.testing.People;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every route of the application with an id in its address, asked by every profile with every kind of id that belongs to
 * somebody else: the answer is the one for an id that nothing has (DESIGN section 6).
 */
@AttackTest
@Tag("Q-6")
class ForeignIdsTest {

    /** What these profiles administer is theirs by office, not somebody else's. */
    private static final Map<Profile, List<String>> BY_OFFICE = Map.of(
            Profile.ADMINISTRATOR, List.of("/support/", "/admin/", "/api/v1/"),
            Profile.SUPPORT,
                    List.of(
                            "/support/",
                            "/admin/",
                            "/api/v1/support/",
                            "/api/v1/directory/",
                            "/api/v1/organisations/",
                            "/api/v1/offices/",
                            "/api/v1/rights/",
                            "/api/v1/departures/"));

    /** Under this the administrators' own letters and drafts lie, which are nobody's by office. */
    private static final List<String> NOBODYS_BY_OFFICE =
            List.of("/api/v1/messages", "/api/v1/drafts", "/api/v1/uploads", "/api/v1/me");

    /** Secrets instead of ids: who holds one may use it, so there is no id of somebody else to try. */
    private static final List<String> SECRETS = List.of(
            "/link/{token}", "/setup/{token}", "/address/{token}", "/certificate/{token}", "/registration/{token}");

    /**
     * Who tries the ids of all tables, and those that belong together where an address has two: staff and outsiders. The
     * others try one of each thing that people have.
     */
    private static final Set<Profile> THOROUGH = Set.of(Profile.GREFFIER, Profile.PARTNER);

    /** Everybody may read it. */
    private static final List<String> EVERYBODYS = List.of("/help/");

    /** On a port of its own: nothing of it is answered by the main door. */
    private static final List<String> ELSEWHERE = List.of("/caught");

    /** Asks for the password again before it looks at any id. */
    private static final List<String> PROVED = List.of("/account/factors/");

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

    @Test
    @Tag("M-4")
    void anIdOfSomebodyElseIsAnsweredLikeAnUnknownOneOnEveryRouteForEveryProfile() throws Exception {
        estate.owners();
        Map<String, Long> before = rows();
        Queue<String> differences = new ConcurrentLinkedQueue<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Profile profile : Profile.ofPeople()) {
                Person attacker = people.active(profile);
                threads.submit(() -> {
                    try {
                        sweep(profile, visitors.signedIn(attacker), differences);
                    } catch (RuntimeException | Error failure) {
                        differences.add(profile + ": " + failure);
                    }
                });
            }
        }
        assertThat(differences).isEmpty();
        assertThat(rows()).as("what belongs to the owners is as it was").isEqualTo(before);
    }

    private void sweep(Profile profile, Visitor attacker, Queue<String> differences) {
        for (Route route : routes.withIds()) {
            if (byOffice(profile, route) || exempt(route)) {
                continue;
            }
            String unknown =
                    ask(attacker, route, values(route, () -> Letters.unknown().toString()));
            for (var foreign : combinations(route, THOROUGH.contains(profile))) {
                String answer = ask(attacker, route, foreign);
                if (!answer.equals(unknown)) {
                    differences.add(profile + " " + route + " " + foreign + " → " + Answers.shortly(answer)
                            + " instead of " + Answers.shortly(unknown));
                }
            }
        }
    }

    /** A malformed id is an unknown one: no page and no call says more about it. */
    @Test
    void aMalformedIdIsAnsweredLikeAnUnknownOne() {
        var differences = new ArrayList<String>();
        Visitor clerk = visitors.signedIn(people.clerk());
        Visitor administrator = visitors.signedIn(people.administrator());
        for (Route route : routes.withIds()) {
            if (exempt(route)) {
                continue;
            }
            for (Visitor visitor : List.of(clerk, administrator)) {
                String unknown = ask(
                        visitor, route, values(route, () -> Letters.unknown().toString()));
                for (String malformed :
                        List.of("x", "1", "0000", "%27%20or%201=1", "null", "undefined", "a".repeat(300))) {
                    String answer = ask(visitor, route, values(route, () -> malformed));
                    if (!answer.equals(unknown)) {
                        differences.add(route + " " + malformed + " → " + Answers.shortly(answer) + " instead of "
                                + Answers.shortly(unknown));
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    /** Otherwise the sweep would compare refusals with refusals: somebody must get something else for an id of theirs. */
    @Test
    void everyPageAndCallWithAnIdOpensForSomebodyWithAnIdOfTheEstate() {
        estate.importAgain();
        var opened = new TreeSet<String>();
        for (Person owner : estate.owners()) {
            Visitor visitor = visitors.signedIn(owner);
            for (Route route : readable()) {
                if (opened.contains(route.toString())) {
                    continue;
                }
                String unknown = ask(
                        visitor, route, values(route, () -> Letters.unknown().toString()));
                combinations(route, true).stream()
                        .filter(values -> !ask(visitor, route, values).equals(unknown))
                        .findFirst()
                        .ifPresent(values -> opened.add(route.toString()));
            }
        }
        assertThat(readable().stream().map(Route::toString))
                .as("routes that no id of the estate opens: let Estate own one of what they show")
                .allMatch(opened::contains);
    }

    private List<Route> readable() {
        return routes.withIds().stream()
                .filter(Route::reads)
                .filter(route -> !exempt(route))
                .filter(route -> ELSEWHERE.stream().noneMatch(route.pattern()::startsWith))
                .filter(route -> PROVED.stream().noneMatch(route.pattern()::startsWith))
                .toList();
    }

    private static boolean exempt(Route route) {
        return Stream.concat(SECRETS.stream(), EVERYBODYS.stream()).anyMatch(route.pattern()::startsWith);
    }

    private static boolean byOffice(Profile profile, Route route) {
        return NOBODYS_BY_OFFICE.stream().noneMatch(route.pattern()::startsWith)
                && BY_OFFICE.getOrDefault(profile, List.of()).stream().anyMatch(route.pattern()::startsWith);
    }

    /**
     * Each id in each place; where there are two places, what belongs together, either way round, and the ids that belong
     * to nothing else in both.
     */
    private List<Map<String, String>> combinations(Route route, boolean thorough) {
        List<String> variables = route.variables();
        var all = new ArrayList<Map<String, String>>();
        boolean paired = thorough && variables.size() > 1;
        Set<List<String>> pairs = paired ? estate.pairs() : Set.of();
        Set<String> together = pairs.stream().flatMap(List::stream).collect(Collectors.toSet());
        (thorough ? estate.ids() : estate.best())
                .values().stream()
                        .distinct()
                        .filter(id -> !together.contains(id))
                        .forEach(id -> all.add(values(route, () -> id)));
        for (List<String> pair : pairs) {
            var values = new LinkedHashMap<String, String>();
            values.put(variables.get(0), pair.get(0));
            variables.stream().skip(1).forEach(name -> values.put(name, pair.get(1)));
            all.add(values);
        }
        return all;
    }

    private static Map<String, String> values(Route route, java.util.function.Supplier<String> value) {
        var values = new LinkedHashMap<String, String>();
        route.variables().forEach(name -> values.put(name, value.get()));
        return values;
    }

    private static String ask(Visitor visitor, Route route, Map<String, String> values) {
        return Answers.essence(Requests.plain(visitor, route, values), values.values());
    }

    /** How many rows each table of things has that nobody but its owner may change. */
    private Map<String, Long> rows() {
        var rows = new HashMap<String, Long>();
        for (String table : List.of(
                "message",
                "recipient",
                "attachment",
                "upload",
                "extent",
                "api_token",
                "expertise_change",
                "party",
                "designation_step",
                "participant")) {
            rows.put(
                    table,
                    jdbc.sql("select count(*) from " + table).query(Long.class).single());
        }
        for (String state : List.of(
                "message.deleted",
                "file.erased",
                "token.revoked",
                "participant.left",
                "participant.consented",
                "expertise.provision",
                "designation.accepted",
                "designation.refused",
                "designation.withdrawn",
                "designation.reminded")) {
            rows.put(
                    state,
                    jdbc.sql("select count(*) from event where kind = ?")
                            .param(state)
                            .query(Long.class)
                            .single());
        }
        return rows;
    }
}
