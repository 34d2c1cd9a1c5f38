package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.dossier.Expertise;
import fr.pli.expertise.dossier.ExpertiseHead;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.folder.Unread;
import fr.pli.expertise.rights.ExpertiseState;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Mes expertises »: cards with state and what is not downloaded yet (E-6), filtered by state. */
@Controller
class DashboardController {

    static final int PAGE = 20;

    private final Expertises expertises;
    private final Unread unread;
    private final ExpertiseHead head;

    DashboardController(Expertises expertises, Unread unread, ExpertiseHead head) {
        this.expertises = expertises;
        this.unread = unread;
        this.head = head;
    }

    /** @param state what is no state is all of them. @param after what is no id is the first page */
    @GetMapping("/expertises")
    String dashboard(
            @SignedIn Person person,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        ExpertiseState filter = Arrays.stream(ExpertiseState.values())
                .filter(one -> one.name().equals(state))
                .findFirst()
                .orElse(null);
        List<Expertise> found = expertises.page(person, filter, id(after), PAGE + 1);
        List<Expertise> shown = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute(
                "cards",
                shown.stream().map(card -> new Card(card, head.court(card))).toList());
        model.addAttribute(
                "fresh", unread.sums(person, shown.stream().map(Expertise::id).toList()));
        model.addAttribute("counts", expertises.count(person));
        model.addAttribute("states", ExpertiseState.values());
        model.addAttribute("state", filter);
        model.addAttribute("paged", after != null);
        model.addAttribute("next", found.size() > PAGE ? shown.getLast().id() : null);
        return "folder/expertises";
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null || text.length() != 36 ? null : UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** One card. */
    record Card(Expertise expertise, String court) {}
}
