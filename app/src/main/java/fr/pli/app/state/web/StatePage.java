package fr.pli.app.state.web;

import fr.pli.app.state.Overview;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.SignedIn;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** « État du service », for administrators and support operators (O-4). */
@Controller
class StatePage {

    private final Overview overview;

    StatePage(Overview overview) {
        this.overview = overview;
    }

    @GetMapping("/admin/state")
    String page(@SignedIn Person person, Model model) {
        if (person.profile() != Profile.ADMINISTRATOR && person.profile() != Profile.SUPPORT) {
            throw new AccessDeniedException("the state page is for administrators and support operators");
        }
        model.addAttribute("state", overview.now());
        return "state/state";
    }
}
