package fr.pli.expertise.dossier.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.dossier.DossierRefusal;
import fr.pli.expertise.dossier.Expertise;
import fr.pli.expertise.dossier.Expertise.Provision;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.dossier.Lifecycle;
import fr.pli.expertise.dossier.Provisions;
import fr.pli.expertise.rights.ExpertiseState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** States and provision for programs (P-1, E-2). */
@RestController("expertiseStateApi")
@RequestMapping("/api/v1/expertises/{id}")
class StateApi {

    private final Expertises expertises;
    private final Lifecycle lifecycle;
    private final Provisions provisions;
    private final ExpertiseViews views;

    StateApi(Expertises expertises, Lifecycle lifecycle, Provisions provisions, ExpertiseViews views) {
        this.expertises = expertises;
        this.lifecycle = lifecycle;
        this.provisions = provisions;
        this.views = views;
    }

    @GetMapping("/state")
    ExpertiseViews.Course state(@SignedIn Person me, @PathVariable UUID id) {
        return views.state(expertises.known(me, id));
    }

    @PostMapping("/state")
    ExpertiseViews.Course change(@SignedIn Person me, @PathVariable UUID id, @RequestBody Move move) {
        ExpertiseState present = expertises.known(me, id).expertise().state();
        if (move.to() == null) {
            throw DossierRefusal.NO_TRANSITION.with();
        }
        lifecycle.change(me, id, move.from() == null ? present : move.from(), move.to(), move.reason());
        return state(me, id);
    }

    @GetMapping("/provision")
    ExpertiseViews.Money provision(@SignedIn Person me, @PathVariable UUID id) {
        return views.provision(expertises.known(me, id).expertise());
    }

    /** The whole provision: what is not said is not known. */
    @PutMapping("/provision")
    ExpertiseViews.Money record(@SignedIn Person me, @PathVariable UUID id, @RequestBody Told told) {
        Provision.Status present =
                expertises.known(me, id).expertise().provision().status();
        var provision = new Provision(
                told.status() == null ? present : told.status(),
                told.amount(),
                told.due(),
                told.receivedOn(),
                told.orderFiledOn());
        List<UUID> payers = told.payers() == null ? List.of() : told.payers();
        return views.provision(provisions.record(me, id, told.was() == null ? present : told.was(), provision, payers));
    }

    @PostMapping("/provision/received")
    ExpertiseViews.Money received(@SignedIn Person me, @PathVariable UUID id, @RequestBody Day day) {
        return views.provision(provisions.received(me, id, day.day()));
    }

    @PutMapping("/report-due")
    ExpertiseViews.Shown reportDue(@SignedIn Person me, @PathVariable UUID id, @RequestBody Day day) {
        Expertise changed = provisions.reportDue(me, id, day.day());
        return views.expertise(changed);
    }

    /**
     * @param from state in which the caller saw it; the present one when absent
     * @param reason asked by some changes
     */
    record Move(
            @Nullable ExpertiseState from,
            @Nullable ExpertiseState to,
            @Nullable String reason) {}

    /**
     * @param was status in which the caller saw it; the present one when absent
     * @param payers ids of parties
     */
    record Told(
            Provision.@Nullable Status was,
            Provision.@Nullable Status status,
            @Nullable BigDecimal amount,
            @Nullable LocalDate due,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate orderFiledOn,
            @Nullable List<UUID> payers) {}

    /** @param day none or today when absent */
    record Day(@Nullable LocalDate day) {}
}
