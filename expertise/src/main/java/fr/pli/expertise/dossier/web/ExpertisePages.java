package fr.pli.expertise.dossier.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.dossier.Expertise;
import fr.pli.expertise.dossier.ExpertiseHead;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.rights.ExpertiseState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** « Mes expertises »: the cards that are listed for who is signed in (M-4). */
@Controller
class ExpertisePages {

    private static final int PAGE = 50;

    private final Expertises expertises;
    private final ExpertiseHead head;

    ExpertisePages(Expertises expertises, ExpertiseHead head) {
        this.expertises = expertises;
        this.head = head;
    }

    @GetMapping("/expertises")
    String list(
            @SignedIn Person me,
            @RequestParam(required = false) @Nullable ExpertiseState state,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        List<Expertise> found = expertises.page(me, state, after, PAGE + 1);
        List<Expertise> rows = found.stream().limit(PAGE).toList();
        model.addAttribute(
                "cards",
                rows.stream().map(card -> new Card(card, head.court(card))).toList());
        model.addAttribute("next", found.size() > PAGE ? rows.getLast().id() : null);
        model.addAttribute("paged", after != null);
        model.addAttribute("state", state);
        model.addAttribute("states", ExpertiseState.values());
        model.addAttribute("counts", expertises.count(me));
        return "expertise/list";
    }

    @GetMapping("/expertises/{id}")
    String expertise(@SignedIn Person me, @PathVariable UUID id) {
        return "redirect:/expertises/" + expertises.known(me, id).expertise().id() + "/state";
    }

    /** One line of the list. */
    record Card(Expertise expertise, String court) {}
}
