package fr.pli.expertise.dossier.web;

import fr.pli.exchange.account.Court;
import fr.pli.exchange.account.Courts;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.dossier.Expertise;
import fr.pli.expertise.dossier.ExpertiseCreation;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.dossier.Order;
import fr.pli.expertise.rights.ExpertiseState;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Expertises for programs (P-1): those whose card is listed for the caller, and a new one (D-10). */
@RestController
@RequestMapping("/api/v1")
class ExpertiseApi {

    private static final int MOST = 200;

    private final Expertises expertises;
    private final ExpertiseCreation creation;
    private final ExpertiseViews views;
    private final Courts courts;

    ExpertiseApi(Expertises expertises, ExpertiseCreation creation, ExpertiseViews views, Courts courts) {
        this.expertises = expertises;
        this.creation = creation;
        this.views = views;
        this.courts = courts;
    }

    @GetMapping("/expertises")
    Page list(
            @SignedIn Person me,
            @RequestParam(required = false) @Nullable ExpertiseState state,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        List<Expertise> found = expertises.page(me, state, after, size + 1);
        List<Expertise> rows = found.stream().limit(size).toList();
        return new Page(
                rows.stream().map(views::expertise).toList(),
                found.size() > size ? rows.getLast().id() : null);
    }

    @PostMapping("/expertises")
    ResponseEntity<ExpertiseViews.Shown> create(@SignedIn Person me, @RequestBody Order order) {
        Expertise made = creation.create(me, order);
        return ResponseEntity.created(URI.create("/api/v1/expertises/" + made.id()))
                .body(views.expertise(made));
    }

    @GetMapping("/expertises/{id}")
    ExpertiseViews.Shown get(@SignedIn Person me, @PathVariable UUID id) {
        return views.expertise(expertises.known(me, id).expertise());
    }

    /** Courts of the reference in which a word starts with each word typed. */
    @GetMapping("/courts")
    List<Court> courts(@SignedIn Person me, @RequestParam(defaultValue = "") String q) {
        return courts.complete(q, Integer.MAX_VALUE).stream()
                .flatMap(label -> courts.find(label).stream())
                .toList();
    }

    /** @param next {@code after} of the next page, null on the last */
    record Page(List<ExpertiseViews.Shown> items, @Nullable UUID next) {}
}
