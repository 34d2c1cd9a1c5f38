package fr.pli.expertise.rights.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.rights.Assumption;
import fr.pli.expertise.rights.Cell;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Rights;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.rights.Simulator;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Matrice des droits » for everybody, the simulator for support operators and administrators (M-5). */
@Controller
class RightsPages {

    private static final String ALL = "all";

    private final Rights rights;
    private final Simulator simulator;

    RightsPages(Rights rights, Simulator simulator) {
        this.rights = rights;
        this.simulator = simulator;
    }

    /** @param state name of a state, or {@code all} */
    @GetMapping("/rights")
    String matrix(@SignedIn Person reader, @RequestParam(defaultValue = "OPEN") String state, Model model) {
        List<ExpertiseState> shown = shown(state);
        model.addAttribute(
                "tables",
                shown.stream().map(one -> MatrixTable.of(rights.matrix(), one)).toList());
        model.addAttribute("chosen", shown.size() == 1 ? shown.getFirst().name() : ALL);
        model.addAttribute("states", ExpertiseState.values());
        model.addAttribute("roles", Role.values());
        model.addAttribute("cells", legend());
        model.addAttribute("simulates", Simulator.open(reader.profile()));
        return "rights/matrix";
    }

    @GetMapping("/rights/simulator")
    String simulator(
            @SignedIn Person operator,
            @RequestParam(defaultValue = "") List<String> standing,
            @RequestParam(defaultValue = "OPEN") String state,
            @RequestParam(defaultValue = "") List<String> expertMode,
            @RequestParam(defaultValue = "false") boolean granted,
            Model model) {
        simulator.admit(operator);
        var assumption = Assumption.of(standing, state, expertMode, granted);
        model.addAttribute("assumption", assumption);
        model.addAttribute("all", Assumption.As.all());
        model.addAttribute("parties", Assumption.parties());
        model.addAttribute("states", ExpertiseState.values());
        model.addAttribute("tree", simulator.tree(operator, assumption));
        return "rights/simulator";
    }

    /** Everything for a word that names no state but the one for all, or none at all. */
    private static List<ExpertiseState> shown(String state) {
        List<ExpertiseState> named = Arrays.stream(ExpertiseState.values())
                .filter(one -> one.name().equals(state))
                .toList();
        return named.isEmpty() ? List.of(ExpertiseState.values()) : named;
    }

    /** The largest right first. */
    private static List<Cell> legend() {
        return Arrays.asList(Cell.values()).reversed();
    }
}
