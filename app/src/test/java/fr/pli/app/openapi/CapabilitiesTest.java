package fr.pli.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** « The pages have nothing the API lacks »: each page and form is named with the call that does the same. */
@AppTest
@Tag("P-1")
class CapabilitiesTest {

    private static final String API = "/api/v1";

    /** Doors of their own, error pages, and faults that tests plant. */
    private static final String ASIDE = "/(caught|error|refused|link/planted).*";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everyPageAndFormHasItsCallOrSaysWhyNone() throws Exception {
        Set<String> routes = routes();
        Map<String, String> named = named();
        var pages = new TreeSet<String>();
        routes.stream()
                .filter(route -> !path(route).startsWith(API) && !path(route).matches(ASIDE))
                .forEach(pages::add);
        assertThat(named.keySet())
                .as("pages and forms named in src/test/resources/capabilities.txt")
                .containsAll(pages);
        named.keySet().retainAll(pages);
        named.forEach((page, call) -> {
            if (call.startsWith("page: ")) {
                assertThat(call.length()).as(page).isGreaterThan("page: because".length());
            } else {
                assertThat(routes).as("the call for " + page).contains(call);
            }
        });
    }

    private static Map<String, String> named() throws Exception {
        try (var in = CapabilitiesTest.class.getResourceAsStream("/capabilities.txt")) {
            var named = new TreeMap<String, String>();
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] sides = line.split(" = ", 2);
                        named.put(sides[0], sides[1]);
                    });
            return named;
        }
    }

    private Set<String> routes() {
        var routes = new TreeSet<String>();
        mappings.getHandlerMethods()
                .forEach((mapping, method) -> mapping.getPatternValues().forEach(path -> {
                    String plain = path.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^}]*})*}", "{$1}");
                    mapping.getMethodsCondition().getMethods().forEach(verb -> routes.add(verb + " " + plain));
                }));
        return routes;
    }

    private static String path(String route) {
        return route.substring(route.indexOf(' ') + 1);
    }
}
