package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.folder.PersonRights;
import fr.pli.expertise.folder.PersonRightsSearch;
import fr.pli.expertise.folder.PersonRightsSearch.Choice;
import fr.pli.expertise.folder.PersonRightsSearch.Somebody;
import fr.pli.expertise.rights.ExpertiseState;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The simulator for a real person in a real expertise (M-5): a GET without effect, so that an answer is a link. */
@Controller
class PersonRightsPages {

    private final PersonRightsSearch search;
    private final PersonRights rights;

    PersonRightsPages(PersonRightsSearch search, PersonRights rights) {
        this.search = search;
        this.rights = rights;
    }

    /**
     * @param expertise a whole RG number, name or id
     * @param person id of one of those who take or took part; anybody else is nobody chosen
     * @param state another than the present one
     */
    @GetMapping("/rights/simulator/person")
    String person(
            @SignedIn Person operator,
            @RequestParam(defaultValue = "") String expertise,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String state,
            Model model) {
        List<Choice> found = search.expertises(operator, expertise);
        model.addAttribute("typed", expertise);
        model.addAttribute("found", found);
        model.addAttribute("states", ExpertiseState.values());
        model.addAttribute("assumed", state);
        if (found.size() == 1) {
            List<Somebody> people = search.people(operator, found.getFirst().id());
            model.addAttribute("people", people);
            Optional<Somebody> chosen = people.stream()
                    .filter(one -> one.id().toString().equals(person))
                    .findFirst();
            chosen.ifPresent(one -> {
                model.addAttribute("chosen", one);
                model.addAttribute(
                        "situation", rights.of(operator, found.getFirst().id(), one.id(), state));
            });
        }
        return "rights/person";
    }
}
