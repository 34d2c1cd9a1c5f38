package fr.pli.exchange.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One fact of the journal: what happened, who did it (and for whom), about what. Holds ids and technical values only,
 * never a name, an address or a text that a person wrote.
 *
 * @param kind dotted and stable, such as {@code message.sent}
 * @param actor person who acted, null for the platform itself
 * @param actingFor person on whose behalf the actor acted
 * @param message message the fact belongs to
 * @param file stored file the fact is about
 * @param subject any other thing the fact is about: a person, a token, a mail
 * @param fingerprint lower-case hex SHA-256 of the file
 * @param size of the file in bytes
 * @param details short technical values; keys and values are part of the record for ever
 */
public record Fact(
        String kind,
        @Nullable UUID actor,
        @Nullable UUID actingFor,
        @Nullable UUID message,
        @Nullable UUID file,
        @Nullable UUID subject,
        @Nullable String fingerprint,
        @Nullable Long size,
        Map<String, String> details) {

    public static Fact of(String kind) {
        return new Fact(kind, null, null, null, null, null, null, null, Map.of());
    }

    public Fact by(@Nullable UUID person) {
        return new Fact(kind, person, actingFor, message, file, subject, fingerprint, size, details);
    }

    public Fact actingFor(@Nullable UUID person) {
        return new Fact(kind, actor, person, message, file, subject, fingerprint, size, details);
    }

    public Fact message(@Nullable UUID id) {
        return new Fact(kind, actor, actingFor, id, file, subject, fingerprint, size, details);
    }

    public Fact file(@Nullable UUID id) {
        return new Fact(kind, actor, actingFor, message, id, subject, fingerprint, size, details);
    }

    public Fact about(@Nullable UUID id) {
        return new Fact(kind, actor, actingFor, message, file, id, fingerprint, size, details);
    }

    public Fact content(@Nullable String sha256, long bytes) {
        return new Fact(kind, actor, actingFor, message, file, subject, sha256, bytes, details);
    }

    public Fact detail(String key, Object value) {
        var more = new LinkedHashMap<>(details);
        more.put(key, value.toString());
        return new Fact(kind, actor, actingFor, message, file, subject, fingerprint, size, Map.copyOf(more));
    }
}
