package fr.pli.expertise.designation;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes moves: under the row's lock, with their line of the history and their fact, in the caller's transaction (D-9). */
@Component
class Moves {

    private final DesignationTable table;
    private final Designations designations;
    private final Journal journal;
    private final Clock clock;

    Moves(DesignationTable table, Designations designations, Journal journal, Clock clock) {
        this.table = table;
        this.designations = designations;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @param by null for the platform
     * @throws fr.pli.exchange.platform.RefusedException when it may not happen now
     */
    Designation make(UUID id, Move move, @Nullable UUID by) {
        Designation before = table.lock(id).orElseThrow(DesignationRefusal.UNKNOWN::with);
        move.forbidden(before, designations.today()).ifPresent(obstacle -> {
            throw obstacle.with();
        });
        Instant now = clock.instant();
        if (!table.move(id, move, now)) {
            throw new IllegalStateException("designation " + id + " is locked and was changed");
        }
        table.step(id, step(move), by, now);
        journal.append(fact(move).by(by).about(id).message(before.message()).detail("expert", before.expert()));
        return table.find(id).orElseThrow();
    }

    private static Step.Kind step(Move move) {
        return switch (move) {
            case SEND -> Step.Kind.SENT;
            case ACCEPT -> Step.Kind.ACCEPTED;
            case REFUSE -> Step.Kind.REFUSED;
            case WITHDRAW -> Step.Kind.WITHDRAWN;
            case EXPIRE -> Step.Kind.EXPIRED;
        };
    }

    private static Fact fact(Move move) {
        return switch (move) {
            case SEND -> Fact.of("designation.sent");
            case ACCEPT -> Fact.of("designation.accepted");
            case REFUSE -> Fact.of("designation.refused");
            case WITHDRAW -> Fact.of("designation.withdrawn");
            case EXPIRE -> Fact.of("designation.expired");
        };
    }
}
