package fr.pli.exchange.journal;

import fr.pli.exchange.platform.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the references in events stand for. A value and its salt may be erased; the salted hash stays in the leaves. */
@Component
class Identities {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_LENGTH = 32;

    private static final String INSERT = """
            insert ignore into journal_identity (ref, kind, salt, value, hash, day, created_at)
            values (:ref, :kind, :salt, :value, :hash, :day, :now)
            """;

    private final KnownSources known = new KnownSources();
    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final Clock clock;

    Identities(JdbcClient jdbc, NamedParameterJdbcOperations batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    UUID person(String value) {
        UUID ref = Ids.next(clock.instant());
        insert(ref, "PERSON", value, null);
        return ref;
    }

    List<UUID> people(List<String> values) {
        Instant now = clock.instant();
        List<MapSqlParameterSource> rows = values.stream()
                .map(value -> row(Ids.next(now), "PERSON", value, null))
                .toList();
        batches.batchUpdate(INSERT, rows.toArray(MapSqlParameterSource[]::new));
        return rows.stream()
                .map(row -> (UUID) Objects.requireNonNull(row.getValue("ref")))
                .toList();
    }

    /** The reference of that address for today (UTC), so that it can be erased day by day. */
    UUID source(String address) {
        Instant now = clock.instant();
        LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
        return known.of(address, day, () -> find(address, day)
                .or(() -> {
                    insert(Ids.next(now), "SOURCE", address, day);
                    return find(address, day);
                })
                .orElseThrow());
    }

    void erase(UUID ref) {
        jdbc.sql("""
                update journal_identity set value = null, salt = null, erased_at = ?
                where ref = ? and value is not null
                """).params(clock.instant(), ref).update();
    }

    /** Erases what source references older than {@code before} stand for. @return how many */
    int eraseSources(Instant before, int atMost) {
        return jdbc.sql("""
                update journal_identity set value = null, salt = null, erased_at = ?
                where kind = 'SOURCE' and created_at < ? and value is not null limit ?
                """).params(clock.instant(), before, atMost).update();
    }

    private java.util.Optional<UUID> find(String address, LocalDate day) {
        return jdbc.sql("select ref from journal_identity where kind = 'SOURCE' and day = ? and value = ?")
                .params(day, address)
                .query(UUID.class)
                .optional();
    }

    private void insert(UUID ref, String kind, String value, @Nullable LocalDate day) {
        jdbc.sql(INSERT).paramSource(row(ref, kind, value, day)).update();
    }

    private MapSqlParameterSource row(UUID ref, String kind, String value, @Nullable LocalDate day) {
        byte[] salt = new byte[SALT_LENGTH];
        RANDOM.nextBytes(salt);
        return new MapSqlParameterSource("ref", ref)
                .addValue("kind", kind)
                .addValue("salt", salt)
                .addValue("value", value)
                .addValue("hash", hash(salt, value))
                .addValue("day", day)
                .addValue("now", clock.instant());
    }

    private static byte[] hash(byte[] salt, String value) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            return sha256.digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
