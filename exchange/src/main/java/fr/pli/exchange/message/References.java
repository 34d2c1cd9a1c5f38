package fr.pli.exchange.message;

import fr.pli.exchange.platform.Time;
import java.security.SecureRandom;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Printed references such as {@code PLI-2026-7F3K-09}: the year, random characters that cannot be misread (Crockford's
 * alphabet, no I, L, O, U), and two check digits (ISO 7064, MOD 97-10), so that one typed wrong is noticed. A year with
 * so many messages that four characters are taken goes on with five, and so on.
 */
@Component
class References {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int SHORTEST = 4;
    private static final int LONGEST = 12;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;

    References(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A reference that no message has; the unique key decides a race. */
    String next(Instant now) {
        int year = now.atZone(Time.PARIS).getYear();
        for (int length = SHORTEST; length <= LONGEST; length++) {
            for (int attempt = 0; attempt < 3; attempt++) {
                String reference = checked("PLI-" + year + "-" + characters(length));
                if (free(reference)) {
                    return reference;
                }
            }
        }
        throw new IllegalStateException("no free reference left in " + year);
    }

    static String checked(String body) {
        return "%s-%02d".formatted(body, 98 - remainder(body + "00"));
    }

    static boolean valid(String reference) {
        int dash = reference.lastIndexOf('-');
        return dash > 0 && checked(reference.substring(0, dash)).equals(reference);
    }

    /** Letters count as 10 to 35, dashes do not count. */
    private static int remainder(String text) {
        int rest = 0;
        for (char c : text.toCharArray()) {
            int value = Character.getNumericValue(c);
            if (value >= 0) {
                rest = (value < 10 ? rest * 10 + value : rest * 100 + value) % 97;
            }
        }
        return rest;
    }

    private String characters(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private boolean free(String reference) {
        return jdbc.sql("select count(*) from message where reference = :reference")
                        .param("reference", reference)
                        .query(Long.class)
                        .single()
                == 0;
    }
}
