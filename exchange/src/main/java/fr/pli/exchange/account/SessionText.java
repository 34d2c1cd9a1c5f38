package fr.pli.exchange.account;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The values of a session: strings as JSON, nothing else is written and nothing else is read back. */
public final class SessionText {

    private static final JsonMapper JSON = new JsonMapper();

    private SessionText() {}

    public static byte[] write(Object value) {
        if (!(value instanceof String text)) {
            throw new IllegalArgumentException("a session holds strings only, not " + value.getClass());
        }
        return JSON.writeValueAsBytes(text);
    }

    public static String read(byte[] stored) {
        try {
            return JSON.readValue(stored, String.class);
        } catch (JacksonException foreign) {
            throw new IllegalStateException(
                    "a session value is no JSON string: " + new String(stored, StandardCharsets.UTF_8).length()
                            + " characters",
                    foreign);
        }
    }
}
