package fr.pli.expertise.dossier.web;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.expertise.dossier.Expertise;
import fr.pli.expertise.dossier.Expertise.Provision;
import fr.pli.expertise.dossier.ExpertiseHead;
import fr.pli.expertise.dossier.ExpertiseWords;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.dossier.Lifecycle;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the programming interface says of an expertise, as JSON. */
@Component
class ExpertiseViews {

    private final Directory directory;
    private final Participants participants;
    private final Expertises expertises;
    private final Lifecycle lifecycle;
    private final ExpertiseHead head;
    private final ExpertiseWords words;

    ExpertiseViews(
            Directory directory,
            Participants participants,
            Expertises expertises,
            Lifecycle lifecycle,
            ExpertiseHead head,
            ExpertiseWords words) {
        this.directory = directory;
        this.participants = participants;
        this.expertises = expertises;
        this.lifecycle = lifecycle;
        this.head = head;
        this.words = words;
    }

    Shown expertise(Expertise e) {
        return new Shown(
                e.id(),
                e.name(),
                e.title(),
                directory.find(e.expert()).map(Person::name).orElse(""),
                e.court(),
                head.court(e),
                e.rg(),
                e.mi(),
                e.designatedOn(),
                e.decidedOn(),
                e.state(),
                e.stateSince(),
                e.awaitsProvision(),
                e.reportDue());
    }

    Money provision(Expertise e) {
        Provision p = e.provision();
        return new Money(
                p.status(),
                p.amount(),
                p.due(),
                p.receivedOn(),
                p.orderFiledOn(),
                participants.parties(e.id()).stream()
                        .filter(Party::pays)
                        .map(Party::id)
                        .toList());
    }

    Course state(Expertises.Seen seen) {
        Expertise e = seen.expertise();
        var history = expertises.history(e.id());
        Map<UUID, Person> people =
                directory.findAll(history.stream().map(Expertises.Change::by).toList());
        return new Course(
                e.state(),
                e.stateSince(),
                history.stream()
                        .map(change -> new Step(
                                change.from(),
                                change.to(),
                                name(people.get(change.by())),
                                change.at(),
                                change.reason()))
                        .toList(),
                seen.has(Role.EXPERT)
                        ? lifecycle.next(e).stream().map(this::next).toList()
                        : List.of());
    }

    private Next next(Lifecycle.Next next) {
        return new Next(
                next.transition().to(),
                next.reason(),
                next.obstacle().map(words::of).orElse(null));
    }

    private static String name(@Nullable Person person) {
        return person == null ? "" : person.name();
    }

    /**
     * @param expert name of the expert
     * @param court code of the reference
     * @param awaitsProvision « en attente de consignation »
     */
    record Shown(
            UUID id,
            String name,
            String title,
            String expert,
            String court,
            String courtName,
            String rg,
            @Nullable String mi,
            LocalDate designatedOn,
            @Nullable LocalDate decidedOn,
            ExpertiseState state,
            Instant stateSince,
            boolean awaitsProvision,
            @Nullable LocalDate reportDue) {}

    /** @param payers ids of parties */
    record Money(
            Provision.Status status,
            @Nullable BigDecimal amount,
            @Nullable LocalDate due,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate orderFiledOn,
            List<UUID> payers) {}

    /** @param next what the caller may do, empty for all but the expert */
    record Course(ExpertiseState state, Instant since, List<Step> history, List<Next> next) {}

    record Step(
            ExpertiseState from,
            ExpertiseState to,
            String by,
            Instant at,
            @Nullable String reason) {}

    /**
     * @param reason must be given
     * @param obstacle why it cannot be done now
     */
    record Next(ExpertiseState to, boolean reason, @Nullable String obstacle) {}
}
