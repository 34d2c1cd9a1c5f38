package fr.pli.app.state.web;

import fr.pli.app.state.Overview;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.SignInRefusal;
import fr.pli.exchange.account.SignedIn;
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
        admit(person);
        model.addAttribute("state", overview.now());
        return "state/state";
    }

    static void admit(Person person) {
        if (person.profile() != Profile.ADMINISTRATOR && person.profile() != Profile.SUPPORT) {
            throw SignInRefusal.FORBIDDEN.with();
        }
    }
}
