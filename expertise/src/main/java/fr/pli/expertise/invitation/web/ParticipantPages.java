package fr.pli.expertise.invitation.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.expertise.dossier.DossierRefusal;
import fr.pli.expertise.dossier.ExpertiseWords;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.invitation.InvitationDesk;
import fr.pli.expertise.invitation.Invited;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.rights.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Participants »: everybody in the expertise sees who takes part, the expert invites and adds parties (E-7). */
@Controller
@RequestMapping("/expertises/{id}/participants")
class ParticipantPages {

    private final Expertises expertises;
    private final InvitationDesk desk;
    private final ParticipantViews views;
    private final ExpertiseWords words;

    ParticipantPages(Expertises expertises, InvitationDesk desk, ParticipantViews views, ExpertiseWords words) {
        this.expertises = expertises;
        this.desk = desk;
        this.views = views;
        this.words = words;
    }

    @GetMapping
    String list(@SignedIn Person me, @PathVariable UUID id, Model model) {
        Expertises.Seen seen = expertises.known(me, id);
        List<ParticipantViews.Line> lines = views.lines(seen);
        model.addAttribute("dossier", seen);
        model.addAttribute(
                "present",
                lines.stream().filter(line -> line.participant().present()).toList());
        model.addAttribute(
                "past",
                lines.stream().filter(line -> !line.participant().present()).toList());
        model.addAttribute("parties", views.parties(seen));
        model.addAttribute("addresses", ParticipantViews.seesAddresses(seen));
        model.addAttribute("expert", seen.has(Role.EXPERT) && !seen.expertise().over());
        model.addAttribute("roles", Invited.roles());
        model.addAttribute("sides", Party.Side.values());
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", InvitationForm.NOTHING);
        }
        return "participant/list";
    }

    @PostMapping
    String invite(
            @SignedIn Person me,
            @PathVariable UUID id,
            @ModelAttribute("typed") InvitationForm typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return done(
                me,
                id,
                model,
                response,
                redirect,
                words.of("participant.done.invited", typed.email().strip()),
                () -> desk.invite(me, id, typed.invitation()));
    }

    @PostMapping("/parties")
    String addParty(
            @SignedIn Person me,
            @PathVariable UUID id,
            @RequestParam(required = false) Party.@Nullable Side side,
            @RequestParam(defaultValue = "") String name,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return done(
                me,
                id,
                model,
                response,
                redirect,
                words.of("participant.done.party"),
                () -> desk.addParty(me, id, side, name));
    }

    @PostMapping("/parties/{party}")
    String serve(
            @SignedIn Person me,
            @PathVariable UUID id,
            @PathVariable UUID party,
            @RequestParam(defaultValue = "false") boolean expertDeposits,
            @RequestParam(defaultValue = "false") boolean withoutAccess,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return done(
                me,
                id,
                model,
                response,
                redirect,
                words.of("participant.done.mode"),
                () -> desk.serve(me, id, party, expertDeposits, withoutAccess));
    }

    /** One agrees to electronic exchange (CPC 748-2). */
    @PostMapping("/consent")
    String consent(
            @SignedIn Person me,
            @PathVariable UUID id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return done(
                me, id, model, response, redirect, words.of("participant.done.consent"), () -> desk.consent(me, id));
    }

    private String done(
            Person me,
            UUID id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            String sentence,
            Runnable act) {
        try {
            act.run();
        } catch (RefusedException refused) {
            if (refused.refusal().status() == 404 || refused.refusal() == DossierRefusal.EXPERT_ONLY) {
                throw refused;
            }
            response.setStatus(refused.refusal().status());
            model.addAttribute("refusal", words.of(refused));
            return list(me, id, model);
        }
        redirect.addFlashAttribute("done", sentence);
        return "redirect:/expertises/" + id + "/participants";
    }
}
