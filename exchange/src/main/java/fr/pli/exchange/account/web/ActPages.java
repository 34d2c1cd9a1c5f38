package fr.pli.exchange.account.web;

import fr.pli.exchange.account.DirectoryList;
import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.Entries;
import fr.pli.exchange.account.EntryRow;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.RefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Acts on one entry, each confirmed by a sentence that names the person. */
@Controller
class ActPages {

    private final DirectoryList list;
    private final Entries entries;
    private final Sentences sentences;

    ActPages(DirectoryList list, Entries entries, Sentences sentences) {
        this.list = list;
        this.entries = entries;
        this.sentences = sentences;
    }

    /** The acts, named as in their addresses. */
    enum Act {
        invite {
            @Override
            void on(Entries entries, Person me, UUID id) {
                entries.invite(me, id);
            }
        },
        suspend {
            @Override
            void on(Entries entries, Person me, UUID id) {
                entries.suspend(me, id);
            }
        },
        reactivate {
            @Override
            void on(Entries entries, Person me, UUID id) {
                entries.reactivate(me, id);
            }
        },
        depart {
            @Override
            void on(Entries entries, Person me, UUID id) {
                entries.depart(me, id);
            }
        },
        remove {
            @Override
            void on(Entries entries, Person me, UUID id) {
                entries.remove(me, id);
            }
        };

        abstract void on(Entries entries, Person me, UUID id);
    }

    @GetMapping("/admin/directory/{id}/{act:invite|suspend|reactivate|depart|remove}")
    String ask(@SignedIn Person me, @PathVariable UUID id, @PathVariable Act act, Model model) {
        model.addAttribute("entry", found(me, id));
        model.addAttribute("act", act.name());
        return "account/act";
    }

    @PostMapping("/admin/directory/{id}/{act:invite|suspend|reactivate|depart|remove}")
    String act(
            @SignedIn Person me,
            @PathVariable UUID id,
            @PathVariable Act act,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        EntryRow entry = found(me, id);
        try {
            act.on(entries, me, id);
        } catch (RefusedException refused) {
            response.setStatus(refused.refusal().status());
            model.addAttribute("refusal", sentences.of(refused, locale));
            return ask(me, id, refused.refusal() == DirectoryRefusal.ENTRY_IN_USE ? Act.suspend : act, model);
        }
        redirect.addFlashAttribute(
                "done",
                sentences.of("directory.done." + act, locale, entry.person().name()));
        return act == Act.remove ? "redirect:/admin/directory" : "redirect:/admin/directory/" + id;
    }

    private EntryRow found(Person me, UUID id) {
        return list.find(me, id).orElseThrow(DirectoryRefusal.NOT_FOUND::with);
    }
}
