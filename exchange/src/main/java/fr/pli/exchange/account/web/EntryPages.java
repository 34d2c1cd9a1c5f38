package fr.pli.exchange.account.web;

import fr.pli.exchange.account.DirectoryList;
import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.Entries;
import fr.pli.exchange.account.EntryRow;
import fr.pli.exchange.account.Flaw;
import fr.pli.exchange.account.Organisations;
import fr.pli.exchange.account.Particulars;
import fr.pli.exchange.account.ParticularsCheck;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.ProfileNames;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.account.Zones;
import fr.pli.exchange.mail.MailFate;
import fr.pli.exchange.mail.Outbox;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Forms to add and to change an entry of the directory; what was typed stays on a refusal. */
@Controller
class EntryPages {

    /** Refusals that belong to one field of the form. */
    private static final Map<DirectoryRefusal, String> FIELDS = Map.of(
            DirectoryRefusal.ADDRESS_TAKEN, "email",
            DirectoryRefusal.ORGANISATION_REQUIRED, "organisation",
            DirectoryRefusal.LAST_ADMINISTRATOR, "profile");

    private static final Set<DirectoryRefusal> ABOUT_NOBODY =
            Set.of(DirectoryRefusal.NOT_FOUND, DirectoryRefusal.ADMINISTRATORS_ONLY);

    private final DirectoryList list;
    private final Entries entries;
    private final ParticularsCheck check;
    private final ProfileNames profiles;
    private final Organisations organisations;
    private final Sentences sentences;
    private final Outbox outbox;

    EntryPages(
            DirectoryList list,
            Entries entries,
            ParticularsCheck check,
            ProfileNames profiles,
            Organisations organisations,
            Sentences sentences,
            Outbox outbox) {
        this.list = list;
        this.entries = entries;
        this.check = check;
        this.profiles = profiles;
        this.organisations = organisations;
        this.sentences = sentences;
        this.outbox = outbox;
    }

    @GetMapping("/admin/directory/new")
    String blank(@SignedIn Person me, Model model) {
        list.count(me, DirectoryList.Filter.ALL);
        return form(model, Particulars.empty(), Map.of(), null);
    }

    @PostMapping("/admin/directory")
    String add(
            @SignedIn Person me,
            @ModelAttribute Particulars typed,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        List<Flaw> flaws = check.flaws(typed);
        if (!flaws.isEmpty()) {
            response.setStatus(422);
            return form(model, typed, sentences.byField(flaws, locale), null);
        }
        try {
            UUID id = entries.add(me, typed);
            redirect.addFlashAttribute("done", sentences.of("directory.done.add", locale, name(typed)));
            return "redirect:/admin/directory/" + id;
        } catch (RefusedException refused) {
            return again(refused, model, typed, null, locale, response);
        }
    }

    @GetMapping("/admin/directory/{id}")
    String entry(@SignedIn Person me, @PathVariable UUID id, Model model) {
        EntryRow entry = found(me, id);
        return form(model, particulars(entry.person()), Map.of(), entry);
    }

    @PostMapping("/admin/directory/{id}")
    String change(
            @SignedIn Person me,
            @PathVariable UUID id,
            @RequestParam long version,
            @ModelAttribute Particulars typed,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        List<Flaw> flaws = check.flaws(typed);
        if (!flaws.isEmpty()) {
            response.setStatus(422);
            return form(model, typed, sentences.byField(flaws, locale), found(me, id));
        }
        try {
            entries.change(me, id, version, typed);
            redirect.addFlashAttribute("done", sentences.of("directory.done.change", locale, name(typed)));
            return "redirect:/admin/directory/" + id;
        } catch (RefusedException refused) {
            if (refused.refusal() == DirectoryRefusal.CHANGED_MEANWHILE) {
                EntryRow now = found(me, id);
                return again(refused, model, particulars(now.person()), now, locale, response);
            }
            return again(refused, model, typed, found(me, id), locale, response);
        }
    }

    private String again(
            RefusedException refused,
            Model model,
            Particulars typed,
            @Nullable EntryRow entry,
            Locale locale,
            HttpServletResponse response) {
        if (!(refused.refusal() instanceof DirectoryRefusal refusal) || ABOUT_NOBODY.contains(refusal)) {
            throw refused;
        }
        response.setStatus(refusal.status());
        String sentence = sentences.of(refused, locale);
        String field = FIELDS.get(refusal);
        if (field == null) {
            model.addAttribute("refusal", sentence);
            return form(model, typed, Map.of(), entry);
        }
        return form(model, typed, Map.of(field, sentence), entry);
    }

    private String form(Model model, Particulars typed, Map<String, String> errors, @Nullable EntryRow entry) {
        model.addAttribute("typed", typed);
        model.addAttribute(
                "profile", profiles.find(typed.profile()).map(Profile::name).orElse(""));
        model.addAttribute("errors", errors);
        model.addAttribute("entry", entry);
        model.addAttribute("undelivered", entry == null ? null : undelivered(entry.person()));
        model.addAttribute("profiles", Profile.ofPeople());
        model.addAttribute("zones", Zones.ALL);
        model.addAttribute("organisations", organisations.names());
        return "account/entry";
    }

    /** The newest mail about the person's own account, if it did not arrive: an invitation, a link (O-4). */
    private @Nullable MailFate undelivered(Person person) {
        List<MailFate> mails = outbox.about(person.id());
        return mails.isEmpty() || !mails.getLast().state().failed() ? null : mails.getLast();
    }

    private EntryRow found(Person me, UUID id) {
        return list.find(me, id).orElseThrow(DirectoryRefusal.NOT_FOUND::with);
    }

    private static Particulars particulars(Person person) {
        return new Particulars(
                person.email(),
                person.firstName(),
                person.lastName(),
                person.organisation(),
                person.profile().name(),
                person.language().getLanguage(),
                person.zone().getId());
    }

    private static String name(Particulars typed) {
        return typed.firstName().strip() + " " + typed.lastName().strip();
    }
}
