package fr.pli.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a call is refused only for what its description says (P-1): every answer that any test gets from the
 * programming interface is held against {@code api/problems.properties}.
 */
final class SaidProblems {

    private static final Pattern TYPE = Pattern.compile("\"type\":\"urn:pli:problem:([^\"]+)\"");
    private static final String CALLS = "/api/v1/";

    /** What is wrong with the request as such, before any call of ours is asked: « http.415 ». */
    private static final String GENERAL = "http.";

    private static final Properties SAID = read();

    private SaidProblems() {}

    static void check(HttpResponse<?> answer) {
        String path = answer.request().uri().getPath();
        if (answer.statusCode() < 400 || !path.startsWith(CALLS) || !(answer.body() instanceof String body)) {
            return;
        }
        Matcher type = TYPE.matcher(body);
        if (type.find() && !type.group(1).startsWith(GENERAL)) {
            call(answer.request().method(), path)
                    .filter(call -> !codes(call).contains(type.group(1)))
                    .ifPresent(call -> {
                        throw new AssertionError("api/problems.properties does not say that " + call
                                + " may be refused for " + type.group(1));
                    });
        }
    }

    /** The call an address belongs to: the one with most words in common; none for an address that is no call. */
    private static Optional<String> call(String method, String path) {
        List<String> asked = List.of(path.split("/"));
        return SAID.stringPropertyNames().stream()
                .filter(call -> call.startsWith(method + ".") && matches(words(call), asked))
                .max(Comparator.comparingInt(call -> common(words(call), asked)));
    }

    private static List<String> words(String call) {
        return List.of(call.substring(call.indexOf('.') + 1).split("/"));
    }

    private static boolean matches(List<String> call, List<String> asked) {
        return call.size() == asked.size()
                && IntStream.range(0, call.size())
                        .allMatch(
                                i -> call.get(i).startsWith("{") || call.get(i).equals(asked.get(i)));
    }

    private static int common(List<String> call, List<String> asked) {
        return (int) IntStream.range(0, call.size())
                .filter(i -> call.get(i).equals(asked.get(i)))
                .count();
    }

    private static Set<String> codes(String call) {
        return Arrays.stream(SAID.getProperty(call).split("[ ,]+"))
                .flatMap(code -> SAID.containsKey(code) ? codes(code).stream() : Stream.of(code))
                .collect(Collectors.toSet());
    }

    private static Properties read() {
        try (var in = SaidProblems.class.getResourceAsStream("/api/problems.properties")) {
            var said = new Properties();
            said.load(in);
            return said;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
