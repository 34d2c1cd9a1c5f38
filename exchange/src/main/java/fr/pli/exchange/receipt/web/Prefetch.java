package fr.pli.exchange.receipt.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;

/** A browser that fetches what nobody has asked for yet: such a request has no effect and gets nothing (X-5, U-11). */
@NamedInterface("serving")
public final class Prefetch {

    private Prefetch() {}

    public static boolean asked(HttpServletRequest request) {
        return Stream.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")
                .map(request::getHeader)
                .anyMatch(
                        value -> value != null && value.toLowerCase(Locale.ROOT).contains("pre"));
    }
}
