package fr.pli.app.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The types of the exchange that the expertise may name: {@code exchange-api.txt}. */
final class ExchangeApi {

    private static final Set<String> NAMED = read();

    /** What the exchange keeps to itself. */
    static final DescribedPredicate<JavaClass> CLOSED = DescribedPredicate.describe(
            "of the exchange that exchange-api.txt does not list",
            type -> type.getPackageName().startsWith("fr.pli.exchange") && !NAMED.contains(outermost(type)));

    private ExchangeApi() {}

    private static String outermost(JavaClass type) {
        JavaClass base = type.isArray() ? type.getBaseComponentType() : type;
        while (base.getEnclosingClass().isPresent()) {
            base = base.getEnclosingClass().get();
        }
        return base.getName();
    }

    static Set<String> names() {
        return NAMED;
    }

    private static Set<String> read() {
        try (var in = ExchangeApi.class.getResourceAsStream("/exchange-api.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
