package fr.pli.expertise.dossier;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.platform.Units;
import fr.pli.expertise.dossier.Expertise.Provision;
import fr.pli.expertise.dossier.Expertise.Provision.Status;
import fr.pli.expertise.participants.Roster;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** « Consignation » and the day on which the report is due (E-2). */
@Service
public class Provisions {

    private final Expertises expertises;
    private final ExpertiseRecords records;
    private final Roster roster;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Units units;
    private final Clock clock;

    Provisions(
            Expertises expertises,
            ExpertiseRecords records,
            Roster roster,
            Journal journal,
            ApplicationEventPublisher events,
            Units units,
            Clock clock) {
        this.expertises = expertises;
        this.records = records;
        this.roster = roster;
        this.journal = journal;
        this.events = events;
        this.units = units;
        this.clock = clock;
    }

    /**
     * The expert writes down what is known of the provision.
     *
     * @param was status in which the expert saw it: a greffier may have recorded the receipt meanwhile
     * @param payers parties of the expertise
     */
    public Expertise record(Person by, UUID id, Status was, Provision typed, Collection<UUID> payers) {
        return units.call(() -> {
            Expertise expertise = expertOf(by, id);
            if (expertise.provision().status() != was) {
                throw DossierRefusal.CHANGED_MEANWHILE.with();
            }
            Provision provision = checked(typed);
            if (expertise.state() != ExpertiseState.SETUP && !provision.letsBegin()) {
                throw DossierRefusal.PROVISION_KEPT.with();
            }
            roster.pay(id, payers);
            return keep(by, id, was, provision);
        });
    }

    /** A greffier of the expertise, or its expert, records the receipt. @param on null for today */
    public Expertise received(Person by, UUID id, @Nullable LocalDate on) {
        return units.call(() -> {
            Expertises.Seen seen = expertises.held(by, id);
            if (!seen.has(Role.GREFFIER) && !seen.has(Role.EXPERT)) {
                throw DossierRefusal.PROVISION_NOT_YOURS.with();
            }
            Provision before = going(seen.expertise()).provision();
            if (before.settled()) {
                throw DossierRefusal.PROVISION_SETTLED.with();
            }
            var received = new Provision(
                    Status.RECEIVED, before.amount(), before.due(), on == null ? today() : on, before.orderFiledOn());
            return keep(by, id, before.status(), checked(received));
        });
    }

    /** @param day null where none is set */
    public Expertise reportDue(Person by, UUID id, @Nullable LocalDate day) {
        return units.call(() -> {
            expertOf(by, id);
            ExpertiseRecord record = records.lock(id).orElseThrow();
            record.reportDue(Amounts.day(day));
            journal.append(
                    Fact.of("expertise.report-due").by(by.id()).about(id).detail("day", day == null ? "none" : day));
            return records.save(record).view();
        });
    }

    private Expertise keep(Person by, UUID id, Status was, Provision provision) {
        ExpertiseRecord record = records.lock(id).orElseThrow();
        record.provision(provision);
        Expertise changed = records.save(record).view();
        records.flush();
        journal.append(Fact.of("expertise.provision").by(by.id()).about(id).detail("status", provision.status()));
        if (provision.status() == Status.RECEIVED && was != Status.RECEIVED) {
            events.publishEvent(new ProvisionReceived(changed, by.id()));
        }
        return changed;
    }

    private Expertise expertOf(Person by, UUID id) {
        Expertises.Seen seen = expertises.held(by, id);
        if (!seen.has(Role.EXPERT)) {
            throw DossierRefusal.EXPERT_ONLY.with();
        }
        return going(seen.expertise());
    }

    private static Expertise going(Expertise expertise) {
        if (expertise.over()) {
            throw DossierRefusal.OVER.with();
        }
        return expertise;
    }

    /** A day of receipt belongs to RECEIVED and to nothing else; no day of a fact lies ahead. */
    private Provision checked(Provision typed) {
        LocalDate received = Amounts.day(typed.receivedOn());
        if (typed.status() == Status.RECEIVED && (received == null || received.isAfter(today()))) {
            throw DossierRefusal.RECEIVED_ON_INVALID.with();
        }
        LocalDate order = Amounts.day(typed.orderFiledOn());
        if (order != null && order.isAfter(today())) {
            throw DossierRefusal.ORDER_ON_INVALID.with();
        }
        return new Provision(
                typed.status(),
                Amounts.amount(typed.amount()),
                Amounts.day(typed.due()),
                typed.status() == Status.RECEIVED ? received : null,
                order);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Time.PARIS);
    }
}
