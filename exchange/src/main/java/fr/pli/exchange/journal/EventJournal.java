package fr.pli.exchange.journal;

import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Adds events without a number: a number drawn here would make all business transactions wait for each other. */
@Service
class EventJournal implements Journal {

    private static final String EVENT = """
            insert into event
              (id, kind, at, actor, acting_for, message, file, subject, fingerprint, size, source, details)
            values (:id, :kind, :at, :actor, :actingFor, :message, :file, :subject, :fingerprint, :size, :source,
              :details)
            """;
    private static final String PENDING = "insert into event_pending (id) values (:id)";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final Units units;
    private final Identities identities;
    private final RequestSource source;
    private final RequestActor actors;
    private final NoisyFacts noisy;
    private final Clock clock;

    EventJournal(
            JdbcClient jdbc,
            NamedParameterJdbcOperations batches,
            Units units,
            Identities identities,
            RequestSource source,
            RequestActor actors,
            NoisyFacts noisy,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.units = units;
        this.identities = identities;
        this.source = source;
        this.actors = actors;
        this.noisy = noisy;
        this.clock = clock;
    }

    @Override
    public void append(Fact fact) {
        units.run(() -> insert(fact, source.address().map(identities::source).orElse(null)));
    }

    @Override
    public void appendCounted(Fact fact) {
        units.run(() -> {
            if (noisy.first(fact)) {
                append(fact);
            }
        });
    }

    @Override
    public UUID identify(String value) {
        return units.call(() -> identities.person(value));
    }

    @Override
    public void eraseIdentity(UUID ref) {
        units.run(() -> identities.erase(ref));
    }

    @Override
    public void appendAll(Collection<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        units.run(() -> {
            UUID from = source.address().map(identities::source).orElse(null);
            var rows = facts.stream()
                    .map(fact -> row(fact, from))
                    .map(MapSqlParameterSource::new)
                    .toArray(MapSqlParameterSource[]::new);
            batches.batchUpdate(EVENT, rows);
            batches.batchUpdate(PENDING, rows);
        });
    }

    @Override
    public List<UUID> identifyAll(List<String> values) {
        return values.isEmpty() ? List.of() : units.call(() -> identities.people(values));
    }

    private void insert(Fact fact, @Nullable UUID from) {
        Map<String, @Nullable Object> row = row(fact, from);
        jdbc.sql(EVENT).params(row).update();
        jdbc.sql(PENDING).params(row).update();
    }

    private Map<String, @Nullable Object> row(Fact fact, @Nullable UUID from) {
        Instant now = clock.instant();
        var row = new HashMap<String, @Nullable Object>();
        row.put("id", Ids.next(now));
        row.put("kind", fact.kind());
        row.put("at", now.truncatedTo(ChronoUnit.SECONDS));
        UUID actor = fact.actor();
        UUID hand = actor == null || fact.actingFor() != null ? actor : actors.hand(actor);
        row.put("actor", hand);
        row.put("actingFor", Objects.equals(hand, actor) ? fact.actingFor() : actor);
        row.put("message", fact.message());
        row.put("file", fact.file());
        row.put("subject", fact.subject());
        row.put("fingerprint", fact.fingerprint());
        row.put("size", fact.size());
        row.put("source", from);
        row.put("details", Details.write(fact.details()));
        return row;
    }
}
