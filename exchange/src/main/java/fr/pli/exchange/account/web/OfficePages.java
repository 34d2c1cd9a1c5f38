package fr.pli.exchange.account.web;

import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.Office;
import fr.pli.exchange.account.OfficeExport;
import fr.pli.exchange.account.OfficeList;
import fr.pli.exchange.account.Offices;
import fr.pli.exchange.account.Organisations;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Bureaux et équipes »: functional recipients and their members (A-13, O-1). */
@Controller
@RequestMapping("/admin/offices")
class OfficePages {

    private static final int PAGE = 50;

    private final Offices offices;
    private final OfficeList list;
    private final OfficeExport export;
    private final Organisations organisations;
    private final Sentences sentences;

    OfficePages(
            Offices offices, OfficeList list, OfficeExport export, Organisations organisations, Sentences sentences) {
        this.offices = offices;
        this.list = list;
        this.export = export;
        this.organisations = organisations;
        this.sentences = sentences;
    }

    /** What the form of an office sends. */
    record Typed(String name, String email, String organisation) {

        static final Typed NOTHING = new Typed("", "", "");

        /** What the form does not send is empty. */
        @SuppressWarnings("NullAway")
        Typed {
            name = name == null ? "" : name;
            email = email == null ? "" : email;
            organisation = organisation == null ? "" : organisation;
        }

        static Typed of(Office office) {
            return new Typed(office.name(), office.email(), office.organisation());
        }
    }

    @GetMapping
    String list(@SignedIn Person me, @RequestParam(required = false) @Nullable UUID after, Model model) {
        List<Office> rows = list.page(me, after, PAGE + 1);
        model.addAttribute("rows", rows.stream().limit(PAGE).toList());
        model.addAttribute("next", rows.size() > PAGE ? rows.get(PAGE - 1).id() : null);
        model.addAttribute("paged", after != null);
        form(me, model, Typed.NOTHING);
        return "account/offices";
    }

    @PostMapping
    String create(
            @SignedIn Person me,
            @ModelAttribute("typed") Typed typed,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            UUID id = offices.create(me, typed.name(), typed.email(), typed.organisation());
            redirect.addFlashAttribute("done", sentences.of("directory.offices.done.create", locale, typed.name()));
            return "redirect:/admin/offices/" + id;
        } catch (RefusedException refused) {
            refuse(refused, model, locale, response);
            return list(me, null, model);
        }
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(@SignedIn Person me, Locale locale) {
        return CsvFile.of("bureaux-et-equipes.csv", export.csv(me, locale));
    }

    @GetMapping("/{id}")
    String office(@SignedIn Person me, @PathVariable UUID id, Model model) {
        Office office = list.find(me, id).orElseThrow(DirectoryRefusal.NOT_FOUND::with);
        model.addAttribute("office", office);
        model.addAttribute("members", list.members(me, id));
        form(me, model, Typed.of(office));
        return "account/office";
    }

    @PostMapping("/{id}")
    String change(
            @SignedIn Person me,
            @PathVariable UUID id,
            @RequestParam long version,
            @ModelAttribute("typed") Typed typed,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            offices.change(me, id, version, typed.name(), typed.email(), typed.organisation());
            redirect.addFlashAttribute("done", sentences.of("directory.offices.done.change", locale, typed.name()));
            return "redirect:/admin/offices/" + id;
        } catch (RefusedException refused) {
            refuse(refused, model, locale, response);
            return office(me, id, model);
        }
    }

    @PostMapping("/{id}/members")
    String join(
            @SignedIn Person me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String member,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            offices.join(me, id, member);
            redirect.addFlashAttribute("done", sentences.of("directory.offices.done.join", locale, member.strip()));
            return "redirect:/admin/offices/" + id;
        } catch (RefusedException refused) {
            pass(refused);
            response.setStatus(refused.refusal().status());
            model.addAttribute("member", member);
            model.addAttribute("memberError", sentences.of(refused, locale));
            return office(me, id, model);
        }
    }

    @PostMapping("/{id}/members/{person}/remove")
    String leave(
            @SignedIn Person me,
            @PathVariable UUID id,
            @PathVariable UUID person,
            Locale locale,
            RedirectAttributes redirect) {
        offices.leave(me, id, person);
        redirect.addFlashAttribute("done", sentences.of("directory.offices.done.leave", locale));
        return "redirect:/admin/offices/" + id;
    }

    @PostMapping("/{id}/close")
    String close(@SignedIn Person me, @PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        offices.close(me, id);
        redirect.addFlashAttribute("done", sentences.of("directory.offices.done.close", locale));
        return "redirect:/admin/offices/" + id;
    }

    @PostMapping("/{id}/reopen")
    String reopen(@SignedIn Person me, @PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        offices.reopen(me, id);
        redirect.addFlashAttribute("done", sentences.of("directory.offices.done.reopen", locale));
        return "redirect:/admin/offices/" + id;
    }

    private void form(Person me, Model model, Typed unless) {
        if (!model.containsAttribute("error")) {
            model.addAttribute("typed", unless);
        }
        model.addAttribute("organisations", organisations.names());
        model.addAttribute("administrator", me.profile() == Profile.ADMINISTRATOR);
    }

    private void refuse(RefusedException refused, Model model, Locale locale, HttpServletResponse response) {
        pass(refused);
        response.setStatus(refused.refusal().status());
        model.addAttribute("error", sentences.of(refused, locale));
    }

    private static void pass(RefusedException refused) {
        if (refused.refusal() == DirectoryRefusal.NOT_FOUND
                || refused.refusal() == DirectoryRefusal.ADMINISTRATORS_ONLY) {
            throw refused;
        }
    }
}
