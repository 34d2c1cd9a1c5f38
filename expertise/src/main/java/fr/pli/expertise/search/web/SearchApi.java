package fr.pli.expertise.search.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.search.Found;
import fr.pli.expertise.search.Search;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search for programs (P-1, S-1). */
@RestController
@RequestMapping("/api/v1/search")
class SearchApi {

    private final Search search;

    SearchApi(Search search) {
        this.search = search;
    }

    /** @param limit hits of each group, 1 to 100 */
    @GetMapping
    Found find(
            @SignedIn Person person,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "25") int limit) {
        return search.find(person, q, limit, after);
    }
}
