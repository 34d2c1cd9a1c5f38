package fr.pli.expertise.dossier;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Units;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.participants.Roster;
import fr.pli.expertise.rights.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Creates expertises (D-8, D-10, E-1). */
@Service
public class ExpertiseCreation {

    private final OrderCheck check;
    private final ExpertiseTable table;
    private final ExpertiseRecords records;
    private final Roster roster;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Units units;
    private final Clock clock;

    ExpertiseCreation(
            OrderCheck check,
            ExpertiseTable table,
            ExpertiseRecords records,
            Roster roster,
            Journal journal,
            ApplicationEventPublisher events,
            Units units,
            Clock clock) {
        this.check = check;
        this.table = table;
        this.records = records;
        this.roster = roster;
        this.journal = journal;
        this.events = events;
        this.units = units;
        this.clock = clock;
    }

    /** An expert enters an order received on paper: « En création », with claimant and defendant as first parties. */
    public Expertise create(Person expert, Order order) {
        if (expert.profile() != Profile.EXPERT || !expert.active()) {
            throw DossierRefusal.EXPERTS_ONLY.with();
        }
        return units.call(() -> create(expert, check.check(order), null));
    }

    /**
     * An expert accepts a designation (D-8): the name bears its day, and who designated takes part beside the colleagues
     * that the order names.
     *
     * @param designating a magistrat or greffier; who has left since takes no part any more (T-3)
     */
    public Expertise designated(Person expert, Order order, LocalDate day, Person designating) {
        return units.call(() -> create(expert, check.check(order).designatedOn(day), designating));
    }

    private Expertise create(Person expert, OrderCheck.Checked order, @Nullable Person designating) {
        Instant now = clock.instant();
        UUID id = Ids.next(now);
        table.add(id, name(expert, order), order, expert.id(), expert.id(), now);
        Expertise expertise = records.findById(id).orElseThrow().view();
        journal.append(Fact.of("expertise.created").by(expert.id()).about(id));
        roster.join(id, expert.id(), Role.EXPERT, null, expert.id());
        roster.addParty(id, Party.Side.CLAIMANT, order.claimant(), expert.id());
        roster.addParty(id, Party.Side.DEFENDANT, order.defendant(), expert.id());
        attach(id, order.magistrat(), Role.MAGISTRAT, expert);
        attach(id, order.greffier(), Role.GREFFIER, expert);
        if (designating != null
                && designating.state() != PersonState.DEPARTED
                && !order.colleagues().contains(designating.id())) {
            attach(id, designating.id(), of(designating), expert);
        }
        events.publishEvent(new ExpertiseCreated(expertise, expert.id()));
        return expertise;
    }

    /** The role that justice staff have in an expertise by their profile. */
    public static Role of(Person staff) {
        return staff.profile() == Profile.MAGISTRAT ? Role.MAGISTRAT : Role.GREFFIER;
    }

    private void attach(UUID expertise, @Nullable UUID colleague, Role role, Person expert) {
        if (colleague != null) {
            roster.join(expertise, colleague, role, null, expert.id());
        }
    }

    private static ExpertiseName name(Person expert, OrderCheck.Checked order) {
        return new ExpertiseName(
                order.claimant(),
                order.defendant(),
                order.court().code(),
                order.rg(),
                expert.lastName(),
                order.designatedOn());
    }
}
