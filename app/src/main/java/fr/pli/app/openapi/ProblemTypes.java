package fr.pli.app.openapi;

import fr.pli.exchange.platform.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * What each call may be refused for, by status. The file names refusals by their codes; {@code *} stands for what every
 * call of a person may meet. A code that no refusal of the product has stops the start.
 */
@Component
class ProblemTypes {

    private static final String FILE = "api/problems.properties";
    private static final String ALL = "*";

    private final Map<String, Integer> statuses = statuses();
    private final Properties calls;

    ProblemTypes() {
        try {
            calls = PropertiesLoaderUtils.loadProperties(new ClassPathResource(FILE));
        } catch (IOException missing) {
            throw new IllegalStateException(FILE + " cannot be read", missing);
        }
        calls.stringPropertyNames().forEach(call -> byStatus(codes(call)));
    }

    SortedMap<Integer, List<String>> of(String method, String path) {
        return byStatus(codes(method + "." + path));
    }

    private List<String> codes(String call) {
        var codes = new ArrayList<String>();
        for (String code : calls.getProperty(call, "").split("[ ,]+")) {
            if (code.equals(ALL)) {
                codes.addAll(codes(ALL));
            } else if (!code.isEmpty()) {
                codes.add(code);
            }
        }
        return codes;
    }

    private SortedMap<Integer, List<String>> byStatus(List<String> codes) {
        var sorted = new TreeMap<Integer, List<String>>();
        for (String code : codes) {
            Integer status = code.startsWith("http.") ? Integer.valueOf(code.substring(5)) : statuses.get(code);
            if (status == null) {
                throw new IllegalStateException(FILE + " names " + code + ", which no refusal is called");
            }
            sorted.computeIfAbsent(status, key -> new ArrayList<>()).add(code);
        }
        return sorted;
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
