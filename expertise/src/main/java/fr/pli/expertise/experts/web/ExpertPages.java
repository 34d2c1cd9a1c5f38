package fr.pli.expertise.experts.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** « Carnet d'adresses » of justice staff (S-3). */
@Controller
class ExpertPages {

    private final ExpertResults results;

    ExpertPages(ExpertResults results) {
        this.results = results;
    }

    @GetMapping("/experts")
    String find(@SignedIn Person me, @ModelAttribute("criteria") ExpertCriteria criteria, Model model) {
        ExpertResults.requireStaff(me);
        results.show(criteria, false, model);
        return "experts/experts";
    }
}
