package fr.pli.exchange.privacy.web;

import fr.pli.exchange.account.DirectoryList;
import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.EntryErasure;
import fr.pli.exchange.account.EntryRow;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.privacy.PersonalArchive;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Export of one's own data, export and erasure of a person's data by an administrator. */
@Controller
class PrivacyPages {

    private final PersonalArchive archive;
    private final EntryErasure erasure;
    private final DirectoryList list;
    private final MessageSource messages;

    PrivacyPages(PersonalArchive archive, EntryErasure erasure, DirectoryList list, MessageSource messages) {
        this.archive = archive;
        this.erasure = erasure;
        this.list = list;
        this.messages = messages;
    }

    @PostMapping("/account/export")
    void own(@SignedIn Person me, HttpServletResponse response) throws IOException {
        ArchiveServing.send(archive, me, me.id(), response);
    }

    @PostMapping("/admin/directory/{id}/export")
    void entry(@SignedIn Person me, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        ArchiveServing.send(archive, me, id, response);
    }

    /** Asks in a sentence that names the person. */
    @GetMapping("/admin/directory/{id}/forget")
    String ask(@SignedIn Person me, @PathVariable UUID id, Model model) {
        model.addAttribute("entry", found(me, id));
        return "privacy/forget";
    }

    @PostMapping("/admin/directory/{id}/forget")
    String forget(
            @SignedIn Person me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String address,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        EntryRow entry = found(me, id);
        try {
            erasure.erase(me, id, address);
        } catch (RefusedException refused) {
            if (refused.refusal() == DirectoryRefusal.ADMINISTRATORS_ONLY) {
                throw refused;
            }
            response.setStatus(refused.refusal().status());
            model.addAttribute("entry", entry);
            model.addAttribute(
                    "refusal",
                    messages.getMessage("refusal." + refused.refusal().code(), refused.arguments(), locale));
            return "privacy/forget";
        }
        redirect.addFlashAttribute("done", messages.getMessage("privacy.done", null, locale));
        return "redirect:/admin/directory/" + id;
    }

    private EntryRow found(Person me, UUID id) {
        return list.find(me, id).orElseThrow(DirectoryRefusal.NOT_FOUND::with);
    }
}
