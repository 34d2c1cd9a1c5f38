package fr.pli.expertise.designation.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.message.web.DraftView;
import fr.pli.exchange.message.web.DraftViews;
import fr.pli.expertise.designation.Designation;
import fr.pli.expertise.designation.DesignationState;
import fr.pli.expertise.designation.Designations;
import fr.pli.expertise.designation.Matter;
import fr.pli.expertise.designation.Openings;
import fr.pli.expertise.designation.Preparation;
import fr.pli.expertise.designation.Pursuit;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Designations for programs (P-1). Files are uploaded to the draft of the package as to any other; taking it back,
 * discarding it and taking files off it are the calls of drafts.
 */
@RestController
@RequestMapping("/api/v1/designations")
class DesignationApi {

    private final Designations designations;
    private final Preparation preparation;
    private final Pursuit pursuit;
    private final Openings openings;
    private final DesignationViews views;
    private final DraftViews drafts;

    DesignationApi(
            Designations designations,
            Preparation preparation,
            Pursuit pursuit,
            Openings openings,
            DesignationViews views,
            DraftViews drafts) {
        this.designations = designations;
        this.preparation = preparation;
        this.pursuit = pursuit;
        this.openings = openings;
        this.views = views;
        this.drafts = drafts;
    }

    /** Those of who designates, and those addressed to an expert, newest first. */
    @GetMapping
    Page list(
            @SignedIn Person me,
            @RequestParam(required = false) @Nullable DesignationState state,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, Designations.MOST);
        List<Designation> found = designations.page(me, state, after, size + 1);
        List<Designation> rows = found.stream().limit(size).toList();
        return new Page(
                rows.stream().map(one -> views.row(me, one)).toList(),
                found.size() > size ? rows.getLast().id() : null);
    }

    @PostMapping
    ResponseEntity<Shown> begin(@SignedIn Person me, @RequestBody Choice choice) {
        return created(me, preparation.begin(me, choice.expert(), choice.nomenclature(), choice.specialty()));
    }

    @GetMapping("/{id}")
    Shown get(@SignedIn Person me, @PathVariable UUID id) {
        return views.of(me, designations.known(me, id));
    }

    /** The package while it is prepared: its files and their state. */
    @GetMapping("/{id}/files")
    DraftView files(@SignedIn Person me, @PathVariable UUID id) {
        return drafts.view(preparation.files(me, id));
    }

    /** Another expert for a draft. */
    @PutMapping("/{id}/expert")
    Shown choose(@SignedIn Person me, @PathVariable UUID id, @RequestBody Choice choice) {
        preparation.choose(me, id, choice.expert(), choice.nomenclature(), choice.specialty());
        return get(me, id);
    }

    /** What a draft says of the case: what is not said is not known. */
    @PutMapping("/{id}/matter")
    Shown describe(@SignedIn Person me, @PathVariable UUID id, @RequestBody Said said) {
        preparation.describe(
                me,
                id,
                new Matter(
                        said.claimant(), said.defendant(), said.court(), said.rg(), said.decidedOn(), said.answerBy()));
        return get(me, id);
    }

    /** Leaves as soon as its files are clean. */
    @PostMapping("/{id}/send")
    Shown send(@SignedIn Person me, @PathVariable UUID id) {
        preparation.send(me, id);
        return get(me, id);
    }

    @PostMapping("/{id}/remind")
    Shown remind(@SignedIn Person me, @PathVariable UUID id) {
        pursuit.remind(me, id);
        return get(me, id);
    }

    @PostMapping("/{id}/withdraw")
    Shown withdraw(@SignedIn Person me, @PathVariable UUID id) {
        pursuit.withdraw(me, id);
        return get(me, id);
    }

    /** A draft for another expert, with the same files. */
    @PostMapping("/{id}/offer")
    ResponseEntity<Shown> offer(@SignedIn Person me, @PathVariable UUID id, @RequestBody Choice choice) {
        return created(me, preparation.offer(me, id, choice.expert(), choice.nomenclature(), choice.specialty()));
    }

    /** A program has shown it to the expert. */
    @PostMapping("/{id}/opened")
    Shown opened(@SignedIn Person me, @PathVariable UUID id) {
        openings.page(me.id(), designations.addressed(me, id));
        return get(me, id);
    }

    private ResponseEntity<Shown> created(Person me, Designation made) {
        return ResponseEntity.created(URI.create("/api/v1/designations/" + made.id()))
                .body(views.of(me, made));
    }

    /** @param next {@code after} of the next page, null on the last */
    record Page(List<DesignationViews.Row> items, @Nullable UUID next) {}

    /** @param specialty code under which the expert is chosen, of {@code nomenclature}; may be left out */
    record Choice(
            @Nullable UUID expert,
            @Nullable String nomenclature,
            @Nullable String specialty) {}

    /** @param court code or name. @param answerBy last day for an answer */
    record Said(
            @Nullable String claimant,
            @Nullable String defendant,
            @Nullable String court,
            @Nullable String rg,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate answerBy) {}
}
