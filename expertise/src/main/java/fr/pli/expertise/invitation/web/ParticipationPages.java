package fr.pli.expertise.invitation.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.expertise.dossier.DossierRefusal;
import fr.pli.expertise.dossier.ExpertiseWords;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.invitation.InvitationDesk;
import fr.pli.expertise.invitation.InvitationRefusal;
import fr.pli.expertise.invitation.Invited;
import fr.pli.expertise.participants.ParticipantRefusal;
import fr.pli.expertise.rights.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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

/** What the expert does about one participation: tell again, another role, consent on paper, its end (E-7). */
@Controller
@RequestMapping("/expertises/{id}/participants/{participant}")
class ParticipationPages {

    private final Expertises expertises;
    private final InvitationDesk desk;
    private final ParticipantViews views;
    private final ExpertiseWords words;

    ParticipationPages(Expertises expertises, InvitationDesk desk, ParticipantViews views, ExpertiseWords words) {
        this.expertises = expertises;
        this.desk = desk;
        this.views = views;
        this.words = words;
    }

    @GetMapping
    String participation(@SignedIn Person me, @PathVariable UUID id, @PathVariable UUID participant, Model model) {
        Expertises.Seen seen = expertises.known(me, id);
        if (!seen.has(Role.EXPERT)) {
            throw DossierRefusal.EXPERT_ONLY.with();
        }
        ParticipantViews.Line line = views.lines(seen).stream()
                .filter(each -> each.participant().id().equals(participant)
                        && each.participant().present())
                .findFirst()
                .orElseThrow(ParticipantRefusal.UNKNOWN::with);
        Role role = line.participant().role();
        model.addAttribute("dossier", seen);
        model.addAttribute("line", line);
        model.addAttribute("parties", views.parties(seen));
        model.addAttribute("roles", Invited.roles());
        model.addAttribute(
                "changeable", !seen.expertise().over() && role != Role.EXPERT && role != Role.EXPERT_FOR_PARTY);
        model.addAttribute("told", seen.expertise().openedAt() != null || !role.ofParty());
        return "participant/participation";
    }

    @PostMapping("/renew")
    String renew(
            @SignedIn Person me,
            @PathVariable UUID id,
            @PathVariable UUID participant,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return done(
                me,
                id,
                participant,
                model,
                response,
                redirect,
                "participant.done.renewed",
                () -> desk.renew(me, id, participant));
    }

    @PostMapping("/role")
    String role(
            @SignedIn Person me,
            @PathVariable UUID id,
            @PathVariable UUID participant,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable UUID party,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return done(
                me,
                id,
                participant,
                model,
                response,
                redirect,
                "participant.done.role",
                () -> desk.change(me, id, participant, role, party));
    }

    @PostMapping("/consent")
    String consent(
            @SignedIn Person me,
            @PathVariable UUID id,
            @PathVariable UUID participant,
            @RequestParam(defaultValue = "") String on,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return done(
                me,
                id,
                participant,
                model,
                response,
                redirect,
                "participant.done.paper",
                () -> desk.consentOnPaper(me, id, participant, day(on)));
    }

    @PostMapping("/end")
    String end(
            @SignedIn Person me,
            @PathVariable UUID id,
            @PathVariable UUID participant,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return done(
                me,
                id,
                participant,
                model,
                response,
                redirect,
                "participant.done.ended",
                () -> desk.end(me, id, participant));
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException malformed) {
            throw InvitationRefusal.CONSENT_DAY.with();
        }
    }

    private String done(
            Person me,
            UUID id,
            UUID participant,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            String sentence,
            Runnable act) {
        expertises.known(me, id);
        try {
            act.run();
        } catch (RefusedException refused) {
            if (refused.refusal().status() == 404 || refused.refusal() == DossierRefusal.EXPERT_ONLY) {
                throw refused;
            }
            response.setStatus(refused.refusal().status());
            model.addAttribute("refusal", words.of(refused));
            return participation(me, id, participant, model);
        }
        redirect.addFlashAttribute("done", words.of(sentence));
        return "redirect:/expertises/" + id + "/participants";
    }
}
