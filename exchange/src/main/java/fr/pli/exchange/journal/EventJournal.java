package fr.pli.exchange.journal;

import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Adds events without a number: a number drawn here would make all business transactions wait for each other. */
@Service
class EventJournal implements Journal {

    private final JdbcClient jdbc;
    private final Units units;
    private final Identities identities;
    private final RequestSource source;
    private final NoisyFacts noisy;
    private final Clock clock;

    EventJournal(
            JdbcClient jdbc, Units units, Identities identities, RequestSource source, NoisyFacts noisy, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.identities = identities;
        this.source = source;
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

    private void insert(Fact fact, @Nullable UUID from) {
        Instant now = clock.instant();
        UUID id = Ids.next(now);
        jdbc.sql("""
                insert into event
                  (id, kind, at, actor, acting_for, message, file, subject, fingerprint, size, source, details)
                values (:id, :kind, :at, :actor, :actingFor, :message, :file, :subject, :fingerprint, :size, :source,
                  :details)
                """)
                .param("id", id)
                .param("kind", fact.kind())
                .param("at", now.truncatedTo(ChronoUnit.SECONDS))
                .param("actor", fact.actor())
                .param("actingFor", fact.actingFor())
                .param("message", fact.message())
                .param("file", fact.file())
                .param("subject", fact.subject())
                .param("fingerprint", fact.fingerprint())
                .param("size", fact.size())
                .param("source", from)
                .param("details", Details.write(fact.details()))
                .update();
        jdbc.sql("insert into event_pending (id) values (?)").param(id).update();
    }
}
