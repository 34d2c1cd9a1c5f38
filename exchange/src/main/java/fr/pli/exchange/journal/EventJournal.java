package fr.pli.exchange.journal;

import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Adds events without a number: a number drawn here would make all business transactions wait for each other. What one
 * unit of work appends is written together before its commit ({@link Unwritten}).
 */
@Service
class EventJournal implements Journal {

    private final EventTable events;
    private final Units units;
    private final Identities identities;
    private final RequestSource source;
    private final RequestActor actors;
    private final NoisyFacts noisy;
    private final Clock clock;

    EventJournal(
            EventTable events,
            Units units,
            Identities identities,
            RequestSource source,
            RequestActor actors,
            NoisyFacts noisy,
            Clock clock) {
        this.events = events;
        this.units = units;
        this.identities = identities;
        this.source = source;
        this.actors = actors;
        this.noisy = noisy;
        this.clock = clock;
    }

    @Override
    public void append(Fact fact) {
        appendAll(List.of(fact));
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
            Unwritten.of(events).add(facts.stream().map(fact -> row(fact, from)).toList());
        });
    }

    @Override
    public List<UUID> identifyAll(List<String> values) {
        return values.isEmpty() ? List.of() : units.call(() -> identities.people(values));
    }

    /** Whose hand it was and when is known now and not when it is written. */
    private EventTable.Row row(Fact fact, @Nullable UUID from) {
        Instant now = clock.instant();
        UUID actor = fact.actor();
        UUID hand = actor == null || fact.actingFor() != null ? actor : actors.hand(actor);
        return new EventTable.Row(
                Ids.next(now),
                now.truncatedTo(ChronoUnit.SECONDS),
                hand,
                Objects.equals(hand, actor) ? fact.actingFor() : actor,
                fact,
                from);
    }
}
