package fr.pli.expertise.search.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.search.Search;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Recherche » over what somebody may see of expertises (S-1). */
@Controller
@RequestMapping("/search")
class SearchPages {

    private static final int PAGE = 25;

    private final Search search;

    SearchPages(Search search) {
        this.search = search;
    }

    @GetMapping
    String find(
            @SignedIn Person person,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        model.addAttribute("q", q);
        model.addAttribute("after", after);
        model.addAttribute("found", search.find(person, q, PAGE, after));
        return "search/search";
    }
}
