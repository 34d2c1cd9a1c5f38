package fr.pli.expertise.workspace.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.designation.DesignationState;
import fr.pli.expertise.designation.Designations;
import fr.pli.expertise.designation.web.DesignationRows;
import fr.pli.expertise.dossier.Expertise;
import fr.pli.expertise.dossier.ExpertiseHead;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.folder.Unread;
import fr.pli.expertise.rights.ExpertiseState;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Espace de travail Magistrat et Greffier », and its mirror image for experts (D-1, D-10). */
@Controller
class WorkspacePages {

    private static final int SHOWN = 8;

    private final Designations designations;
    private final DesignationRows rows;
    private final Expertises expertises;
    private final Unread unread;
    private final ExpertiseHead head;

    WorkspacePages(
            Designations designations, DesignationRows rows, Expertises expertises, Unread unread, ExpertiseHead head) {
        this.designations = designations;
        this.rows = rows;
        this.expertises = expertises;
        this.unread = unread;
        this.head = head;
    }

    /** Others begin with their inbox. @param state of the expertises shown; what is no state is all of them */
    @GetMapping("/workspace")
    String workspace(@SignedIn Person me, @RequestParam(required = false) @Nullable String state, Model model) {
        boolean staff = me.profile().justiceStaff();
        if (!staff && me.profile() != Profile.EXPERT) {
            return "redirect:/messages";
        }
        ExpertiseState filter = Arrays.stream(ExpertiseState.values())
                .filter(one -> one.name().equals(state))
                .findFirst()
                .orElse(null);
        List<Expertise> cards = expertises.page(me, filter, null, SHOWN);
        var counts = expertises.count(me);
        model.addAttribute("staff", staff);
        model.addAttribute("pending", rows.of(me, DesignationState.PENDING, SHOWN));
        model.addAttribute("drafts", staff ? rows.of(me, DesignationState.DRAFT, SHOWN) : List.of());
        model.addAttribute("waiting", designations.count(me).getOrDefault(DesignationState.PENDING, 0));
        model.addAttribute(
                "cards",
                cards.stream().map(card -> new Card(card, head.court(card))).toList());
        model.addAttribute(
                "fresh", unread.sums(me, cards.stream().map(Expertise::id).toList()));
        model.addAttribute("counts", counts);
        model.addAttribute(
                "total", counts.values().stream().mapToInt(Integer::intValue).sum());
        model.addAttribute("states", ExpertiseState.values());
        model.addAttribute("state", filter);
        return "workspace/workspace";
    }

    /** One expertise. */
    record Card(Expertise expertise, String court) {}
}
