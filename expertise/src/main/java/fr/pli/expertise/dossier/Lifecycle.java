package fr.pli.expertise.dossier;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Units;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Leads an expertise from state to state (E-2), by {@link Transition} and by the expert only. */
@Service
public class Lifecycle {

    /** Characters of a reason. */
    public static final int LONGEST_REASON = 1000;

    private final Expertises expertises;
    private final ExpertiseRecords records;
    private final ExpertiseTable table;
    private final ObjectProvider<FinalReport> report;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Units units;
    private final Clock clock;

    Lifecycle(
            Expertises expertises,
            ExpertiseRecords records,
            ExpertiseTable table,
            ObjectProvider<FinalReport> report,
            Journal journal,
            ApplicationEventPublisher events,
            Units units,
            Clock clock) {
        this.expertises = expertises;
        this.records = records;
        this.table = table;
        this.report = report;
        this.journal = journal;
        this.events = events;
        this.units = units;
        this.clock = clock;
    }

    /**
     * @param from state in which the expert saw it: somebody else may have been faster
     * @param reason asked by some transitions, kept with all
     */
    public Expertise change(Person by, UUID id, ExpertiseState from, ExpertiseState to, @Nullable String reason) {
        return units.call(() -> {
            Expertises.Seen seen = expertises.held(by, id);
            if (!seen.has(Role.EXPERT)) {
                throw DossierRefusal.EXPERT_ONLY.with();
            }
            if (seen.expertise().state() != from) {
                throw DossierRefusal.CHANGED_MEANWHILE.with();
            }
            String said = said(reason);
            Transition transition = Transition.between(from, to).orElseThrow(DossierRefusal.NO_TRANSITION::with);
            transition.obstacle(facts(seen.expertise(), !said.isEmpty())).ifPresent(obstacle -> {
                throw obstacle.with();
            });
            return change(by, id, from, to, said.isEmpty() ? null : said, clock.instant());
        });
    }

    private Expertise change(
            Person by, UUID id, ExpertiseState from, ExpertiseState to, @Nullable String reason, Instant now) {
        ExpertiseRecord record = records.lock(id).orElseThrow();
        record.become(to, now);
        Expertise changed = records.save(record).view();
        records.flush();
        table.changed(Ids.next(now), id, new Expertises.Change(from, to, by.id(), now, reason));
        journal.append(Fact.of("expertise.state")
                .by(by.id())
                .about(id)
                .detail("from", from)
                .detail("to", to));
        events.publishEvent(new StateChanged(changed, from, by.id(), now));
        return changed;
    }

    /** What the expert may do next; the obstacle of each as it stands without a reason. */
    public List<Next> next(Expertise expertise) {
        var next = new ArrayList<Next>();
        Transition.Facts facts = facts(expertise, false);
        for (Transition transition : Transition.from(expertise.state())) {
            DossierRefusal obstacle = transition.obstacle(facts).orElse(null);
            boolean reason = obstacle != null
                    && transition
                            .obstacle(new Transition.Facts(facts.mayBegin(), facts.reported(), true))
                            .isEmpty();
            next.add(new Next(transition, reason, reason ? Optional.empty() : Optional.ofNullable(obstacle)));
        }
        return List.copyOf(next);
    }

    private Transition.Facts facts(Expertise expertise, boolean reasoned) {
        boolean reported = report.stream().anyMatch(asked -> asked.deposited(expertise.id()));
        return new Transition.Facts(expertise.provision().letsBegin(), reported, reasoned);
    }

    private static String said(@Nullable String typed) {
        String said = typed == null ? "" : typed.strip();
        if (said.length() > LONGEST_REASON) {
            throw DossierRefusal.REASON_TOO_LONG.with(LONGEST_REASON);
        }
        return said;
    }

    /**
     * @param reason must be given
     * @param obstacle why it cannot be done now, whatever the reason
     */
    public record Next(Transition transition, boolean reason, Optional<DossierRefusal> obstacle) {}
}
