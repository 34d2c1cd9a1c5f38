package fr.pli.exchange.message.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.message.Draft;
import fr.pli.exchange.message.Drafts;
import fr.pli.exchange.message.MessageLimits;
import fr.pli.exchange.message.MessageRefusal;
import fr.pli.exchange.message.MessageState;
import fr.pli.exchange.message.Messaging;
import fr.pli.exchange.message.Ways;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Units;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Nouveau message »: one page to write, attach, send and watch a message leave. */
@Controller
@RequestMapping("/messages")
class ComposeController {

    private static final String VIEW = "message/compose";

    private final Messaging messaging;
    private final Drafts drafts;
    private final DraftViews views;
    private final Texts texts;
    private final MessageLimits limits;
    private final Ways ways;
    private final Units units;

    ComposeController(
            Messaging messaging,
            Drafts drafts,
            DraftViews views,
            Texts texts,
            MessageLimits limits,
            Ways ways,
            Units units) {
        this.messaging = messaging;
        this.drafts = drafts;
        this.views = views;
        this.texts = texts;
        this.limits = limits;
        this.ways = ways;
        this.units = units;
    }

    /** Opening the page keeps nothing: a draft begins with the first thing that is said or attached. */
    @GetMapping("/new")
    ModelAndView blank(@SignedIn Person person) {
        DraftView blank = views.blank();
        return page(blank, ComposeForm.of(blank));
    }

    @PostMapping("/new")
    ModelAndView create(
            @SignedIn Person person,
            @RequestParam(required = false) @Nullable String recipients,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String comment,
            @RequestParam(required = false) @Nullable String days,
            @RequestParam(defaultValue = "false") boolean send,
            @RequestParam(defaultValue = "false") boolean unattended,
            RedirectAttributes flash) {
        var form = new ComposeForm(recipients, subject, comment, days, true);
        UUID draft;
        try {
            draft = messaging.letter(person, form.addresses(), form.subject(), form.comment(), form.lifetime());
        } catch (RefusedException refused) {
            return refused(views.blank(), form, refused);
        }
        return send ? send(person, draft, unattended, form, flash) : saved(draft, flash);
    }

    @GetMapping("/drafts/{id}")
    ModelAndView draft(@SignedIn Person person, @PathVariable UUID id) {
        Draft draft = drafts.get(person, id);
        Optional<String> elsewhere = ways.of(person, id);
        if (elsewhere.isPresent()) {
            return new ModelAndView("redirect:" + elsewhere.get());
        }
        DraftView view = views.view(draft);
        boolean here = draft.state() == MessageState.DRAFT || draft.state() == MessageState.QUEUED;
        return here ? page(view, ComposeForm.of(view)) : new ModelAndView("redirect:" + view.page());
    }

    @PostMapping("/drafts/{id}")
    ModelAndView save(
            @SignedIn Person person,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String recipients,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String comment,
            @RequestParam(required = false) @Nullable String days,
            @RequestParam(defaultValue = "false") boolean send,
            @RequestParam(defaultValue = "false") boolean unattended,
            RedirectAttributes flash) {
        letter(person, id);
        var form = new ComposeForm(recipients, subject, comment, days, true);
        try {
            edit(person, id, form);
        } catch (RefusedException refused) {
            return refused(views.view(drafts.get(person, id)), form, refused);
        }
        return send ? send(person, id, unattended, form, flash) : saved(id, flash);
    }

    @PostMapping("/drafts/{id}/recall")
    ModelAndView recall(@SignedIn Person person, @PathVariable UUID id, RedirectAttributes flash) {
        letter(person, id);
        try {
            messaging.recall(person, id);
        } catch (RefusedException refused) {
            DraftView view = views.view(drafts.get(person, id));
            return refused(view, ComposeForm.of(view), refused);
        }
        flash.addFlashAttribute("done", texts.of("message.done.recalled"));
        return new ModelAndView("redirect:/messages/drafts/" + id);
    }

    /** The words of the form come along and are kept first. */
    @PostMapping("/drafts/{id}/files/{file}/remove")
    ModelAndView remove(
            @SignedIn Person person,
            @PathVariable UUID id,
            @PathVariable UUID file,
            @RequestParam(required = false) @Nullable String recipients,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String comment,
            @RequestParam(required = false) @Nullable String days,
            RedirectAttributes flash) {
        letter(person, id);
        var form = new ComposeForm(recipients, subject, comment, days, true);
        try {
            units.run(() -> {
                edit(person, id, form);
                messaging.remove(person, id, file);
            });
        } catch (RefusedException refused) {
            return refused(views.view(drafts.get(person, id)), form, refused);
        }
        flash.addFlashAttribute("done", texts.of("message.done.removed"));
        return new ModelAndView("redirect:/messages/drafts/" + id);
    }

    @PostMapping("/drafts/{id}/delete")
    ModelAndView discard(@SignedIn Person person, @PathVariable UUID id, RedirectAttributes flash) {
        Draft draft = letter(person, id);
        if (draft.state() == MessageState.DRAFT || draft.state() == MessageState.QUEUED) {
            messaging.delete(person, id);
            flash.addFlashAttribute("done", texts.of("message.done.discarded"));
            return new ModelAndView("redirect:/messages/drafts");
        }
        return new ModelAndView("redirect:" + DraftViews.page(draft));
    }

    /** The forms of this page are about letters; what is posted elsewhere is written on its owner's pages. */
    private Draft letter(Person person, UUID id) {
        Draft draft = drafts.get(person, id);
        if (!draft.origin().letter()) {
            throw MessageRefusal.UNKNOWN.with();
        }
        return draft;
    }

    private void edit(Person person, UUID id, ComposeForm form) {
        messaging.edit(person, id, form.addresses(), form.subject(), form.comment(), form.lifetime());
    }

    private ModelAndView send(Person person, UUID id, boolean unattended, ComposeForm form, RedirectAttributes flash) {
        try {
            messaging.send(person, id, unattended);
        } catch (RefusedException refused) {
            return refused(views.view(drafts.get(person, id)), form, refused);
        }
        DraftView view = views.view(drafts.get(person, id));
        flash.addFlashAttribute("done", texts.of(view.queued() ? "message.done.queued" : "message.done.sent"));
        return new ModelAndView("redirect:" + view.page());
    }

    private ModelAndView saved(UUID id, RedirectAttributes flash) {
        flash.addFlashAttribute("done", texts.of("message.done.saved"));
        return new ModelAndView("redirect:/messages/drafts/" + id);
    }

    private ModelAndView refused(DraftView view, ComposeForm form, RefusedException refused) {
        if (refused.refusal().status() == 404) {
            throw refused;
        }
        ModelAndView page = page(views.refused(view, texts.of(refused)), form);
        page.setStatus(HttpStatusCode.valueOf(refused.refusal().status()));
        page.addObject("refusal", texts.of(refused));
        page.addObject("wrong", wrong(refused.refusal().code()));
        return page;
    }

    /** The field the refusal is about. */
    private static String wrong(String code) {
        return switch (code) {
            case "message.recipient-unknown",
                    "message.no-recipient",
                    "message.too-many-recipients",
                    "message.no-active-member" -> "recipients";
            case "message.subject-required", "message.subject-too-long" -> "subject";
            case "message.comment-too-long", "message.no-content" -> "comment";
            case "message.lifetime" -> "days";
            default -> "";
        };
    }

    private ModelAndView page(DraftView view, ComposeForm form) {
        var page = new ModelAndView(VIEW);
        page.addObject("draft", view);
        page.addObject("form", form);
        page.addObject("limits", limits);
        page.addObject("fileLimit", limits.maxFileBytes());
        page.addObject("zone", views.zone());
        page.addObject("wrong", "");
        return page;
    }
}
