package fr.pli.app.openapi;

import fr.pli.exchange.platform.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * What each call may be refused for, by status. The file names refusals by their codes. One test finds a code that no
 * refusal of the product has; another one an answer, in whatever test, for which the call does not name its refusal.
 */
@Component
class ProblemTypes {

    private static final String FILE = "api/problems.properties";

    /** What stands for several codes: met by every call of a person, and by a creation with an Idempotency-Key. */
    private static final Set<String> GROUPS = Set.of("*", "+");

    /** What is no refusal of ours: « http.404 ». */
    private static final String GENERAL = "http.";

    private final Map<String, Integer> statuses = statuses();
    private final Properties calls;

    ProblemTypes() {
        try {
            calls = PropertiesLoaderUtils.loadProperties(new ClassPathResource(FILE));
        } catch (IOException missing) {
            throw new IllegalStateException(FILE + " cannot be read", missing);
        }
    }

    /** Codes said of that call that no refusal has. */
    List<String> unknown(String method, String path) {
        return codes(method + "." + path).stream()
                .filter(code -> status(code) == null)
                .toList();
    }

    SortedMap<Integer, List<String>> of(String method, String path) {
        return byStatus(codes(method + "." + path));
    }

    private List<String> codes(String call) {
        var codes = new ArrayList<String>();
        for (String code : calls.getProperty(call, "").split("[ ,]+")) {
            if (GROUPS.contains(code)) {
                codes.addAll(codes(code));
            } else if (!code.isEmpty()) {
                codes.add(code);
            }
        }
        return codes;
    }

    private SortedMap<Integer, List<String>> byStatus(List<String> codes) {
        var sorted = new TreeMap<Integer, List<String>>();
        for (String code : codes) {
            Integer status = status(code);
            if (status != null) {
                sorted.computeIfAbsent(status, key -> new ArrayList<>()).add(code);
            }
        }
        return sorted;
    }

    private @Nullable Integer status(String code) {
        return code.startsWith(GENERAL) ? Integer.valueOf(code.substring(GENERAL.length())) : statuses.get(code);
    }

    /** Every refusal of every feature, by its code. */
    private static Map<String, Integer> statuses() {
        var all = new ClassPathScanningCandidateComponentProvider(false);
        all.addIncludeFilter(new AssignableTypeFilter(Refusal.class));
        var statuses = new HashMap<String, Integer>();
        for (var found : all.findCandidateComponents("fr.pli")) {
            Class<?> type = ClassUtils.resolveClassName(
                    java.util.Objects.requireNonNull(found.getBeanClassName()), ProblemTypes.class.getClassLoader());
            if (type.isEnum()) {
                Arrays.stream(type.getEnumConstants())
                        .map(Refusal.class::cast)
                        .forEach(refusal -> statuses.put(refusal.code(), refusal.status()));
            }
        }
        return statuses;
    }
}
