package fr.pli.exchange.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The first version of the terms of use comes with the product; administrators publish the next ones. */
@Component
class ShippedTerms {

    private final Terms terms;

    ShippedTerms(Terms terms) {
        this.terms = terms;
    }

    @EventListener(ApplicationStartedEvent.class)
    void ship() {
        try {
            terms.ship(Map.of(Locale.FRENCH, text("fr"), Locale.ENGLISH, text("en")));
        } catch (DuplicateKeyException anotherNode) {
            // It has just put the same texts in.
        }
    }

    private static String text(String language) {
        try (var in = Objects.requireNonNull(
                ShippedTerms.class.getResourceAsStream("/reference/terms-1_" + language + ".txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
