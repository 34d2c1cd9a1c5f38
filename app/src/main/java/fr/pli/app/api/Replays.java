package fr.pli.app.api;

import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.DirectorySettings;
import fr.pli.exchange.platform.Units;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Keys of requests that may be repeated, and the answers they got, kept for a day. */
@Component
class Replays {

    private final JdbcClient jdbc;
    private final DirectorySettings settings;
    private final Units units;
    private final Clock clock;

    Replays(JdbcClient jdbc, DirectorySettings settings, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.units = units;
        this.clock = clock;
    }

    /**
     * A request with a key.
     *
     * @param hash SHA-256 of method, address and body
     */
    record Call(UUID person, String key, byte[] hash) {

        static Call of(UUID person, String key, HeldRequest request) {
            MessageDigest digest = sha256();
            String line = request.getMethod() + " " + request.getRequestURI() + "?"
                    + Objects.requireNonNullElse(request.getQueryString(), "") + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            return new Call(person, key, digest.digest(request.body()));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** What was answered. */
    record Answer(
            int status,
            @Nullable String contentType,
            @Nullable String location,
            byte[] body) {

        static Answer of(ContentCachingResponseWrapper response) {
            return new Answer(
                    response.getStatus(),
                    response.getContentType(),
                    response.getHeader("Location"),
                    response.getContentAsByteArray());
        }
    }

    /**
     * Takes the key. The unique key decides between two that come at once.
     *
     * @return the answer given earlier; empty when this request is the first and is to be handled
     */
    Optional<Answer> begin(Call call) {
        try {
            units.run(() -> take(call));
            return Optional.empty();
        } catch (DuplicateKeyException taken) {
            return Optional.of(earlier(call));
        }
    }

    void end(Call call, Answer answer) {
        units.run(() -> jdbc.sql("""
                        update idempotency
                        set status = :status, content_type = :type, location = :location, body = :body
                        where person = :person and request_key = :key
                        """)
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("location", answer.location())
                .param("body", answer.body())
                .param("person", call.person())
                .param("key", call.key())
                .update());
    }

    /** Frees the key of a request that had no effect. */
    void forget(Call call) {
        units.run(() -> jdbc.sql("delete from idempotency where person = :person and request_key = :key")
                .param("person", call.person())
                .param("key", call.key())
                .update());
    }

    private void take(Call call) {
        Instant now = clock.instant();
        jdbc.sql("delete from idempotency where person = :person and request_key = :key and created_at <= :oldest")
                .param("person", call.person())
                .param("key", call.key())
                .param("oldest", now.minus(settings.idempotencyKept()))
                .update();
        jdbc.sql("""
                        insert into idempotency (person, request_key, request_hash, created_at)
                        values (:person, :key, :hash, :now)
                        """)
                .param("person", call.person())
                .param("key", call.key())
                .param("hash", call.hash())
                .param("now", now)
                .update();
    }

    private record Kept(byte[] hash, @Nullable Answer answer) {}

    private Answer earlier(Call call) {
        Kept kept = jdbc.sql("""
                        select request_hash, status, content_type, location, body from idempotency
                        where person = :person and request_key = :key
                        """)
                .param("person", call.person())
                .param("key", call.key())
                .query((row, number) -> new Kept(
                        row.getBytes("request_hash"),
                        row.getObject("status") == null
                                ? null
                                : new Answer(
                                        row.getInt("status"),
                                        row.getString("content_type"),
                                        row.getString("location"),
                                        row.getBytes("body"))))
                .optional()
                .orElseThrow(DirectoryRefusal.IDEMPOTENCY_UNDER_WAY::with);
        if (!Arrays.equals(kept.hash(), call.hash())) {
            throw DirectoryRefusal.IDEMPOTENCY_KEY_REUSED.with();
        }
        if (kept.answer() == null) {
            throw DirectoryRefusal.IDEMPOTENCY_UNDER_WAY.with();
        }
        return kept.answer();
    }
}
