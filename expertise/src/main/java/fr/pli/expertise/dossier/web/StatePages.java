package fr.pli.expertise.dossier.web;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.expertise.dossier.DossierRefusal;
import fr.pli.expertise.dossier.Expertise;
import fr.pli.expertise.dossier.ExpertiseWords;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.dossier.Expertises.Change;
import fr.pli.expertise.dossier.Lifecycle;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Suivi »: where the expertise stands, how it came there, and what the expert may do next (E-2). */
@Controller
@RequestMapping("/expertises/{id}/state")
class StatePages {

    private final Expertises expertises;
    private final Lifecycle lifecycle;
    private final Participants participants;
    private final Directory directory;
    private final ExpertiseWords words;

    StatePages(
            Expertises expertises,
            Lifecycle lifecycle,
            Participants participants,
            Directory directory,
            ExpertiseWords words) {
        this.expertises = expertises;
        this.lifecycle = lifecycle;
        this.participants = participants;
        this.directory = directory;
        this.words = words;
    }

    @GetMapping
    String state(@SignedIn Person me, @PathVariable UUID id, Model model) {
        Expertises.Seen seen = expertises.known(me, id);
        Expertise expertise = seen.expertise();
        List<Change> history = expertises.history(id);
        List<Party> parties = participants.parties(id);
        model.addAttribute("dossier", seen);
        model.addAttribute("history", history.reversed());
        model.addAttribute(
                "people", directory.findAll(history.stream().map(Change::by).toList()));
        model.addAttribute("parties", parties);
        model.addAttribute("payers", parties.stream().filter(Party::pays).toList());
        model.addAttribute("next", seen.has(Role.EXPERT) ? lifecycle.next(expertise) : List.of());
        model.addAttribute("expert", seen.has(Role.EXPERT) && !expertise.over());
        model.addAttribute(
                "receipt",
                (seen.has(Role.GREFFIER) || seen.has(Role.EXPERT))
                        && !expertise.over()
                        && !expertise.provision().settled());
        if (!model.containsAttribute("form")) {
            model.addAttribute(
                    "form",
                    ProvisionForm.of(
                            expertise.provision(),
                            parties.stream().filter(Party::pays).map(Party::id).toList()));
        }
        model.addAttribute("statuses", Expertise.Provision.Status.values());
        return "expertise/state";
    }

    /** Asks, in a sentence that names it, before anything changes. */
    @GetMapping("/change")
    String ask(
            @SignedIn Person me,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable ExpertiseState to,
            Model model) {
        Expertises.Seen seen = expertises.known(me, id);
        if (!seen.has(Role.EXPERT)) {
            throw DossierRefusal.EXPERT_ONLY.with();
        }
        Lifecycle.Next next = lifecycle.next(seen.expertise()).stream()
                .filter(each -> each.transition().to() == to)
                .findFirst()
                .orElseThrow(DossierRefusal.NO_TRANSITION::with);
        next.obstacle().ifPresent(obstacle -> {
            throw obstacle.with();
        });
        model.addAttribute("dossier", seen);
        model.addAttribute("next", next);
        model.addAttribute("longest", Lifecycle.LONGEST_REASON);
        return "expertise/change";
    }

    @PostMapping("/change")
    String change(
            @SignedIn Person me,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable ExpertiseState from,
            @RequestParam(required = false) @Nullable ExpertiseState to,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Expertise before = expertises.known(me, id).expertise();
        try {
            ExpertiseState seen = from == null ? before.state() : from;
            if (to == null) {
                throw DossierRefusal.NO_TRANSITION.with();
            }
            lifecycle.change(me, id, seen, to, reason);
            redirect.addFlashAttribute("done", words.of("expertise.done.state", words.of("rights.state." + to.name())));
            return "redirect:/expertises/" + id + "/state";
        } catch (RefusedException refused) {
            if (!askedAgain(refused)) {
                throw refused;
            }
            response.setStatus(refused.refusal().status());
            model.addAllAttributes(Map.of("refusal", words.of(refused), "reason", reason));
            return ask(me, id, to, model);
        }
    }

    /** What another reason would cure is asked again; the rest has a page of its own. */
    private static boolean askedAgain(RefusedException refused) {
        return refused.refusal() == DossierRefusal.REASON_REQUIRED
                || refused.refusal() == DossierRefusal.REASON_TOO_LONG
                || refused.refusal() == DossierRefusal.REPORT_MISSING;
    }
}
