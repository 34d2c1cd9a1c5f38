package fr.pli.expertise.designation.web;

import fr.pli.exchange.account.Courts;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Draft;
import fr.pli.exchange.message.MessageLimits;
import fr.pli.exchange.message.MessageState;
import fr.pli.exchange.message.web.DraftView;
import fr.pli.exchange.message.web.DraftViews;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.expertise.designation.Designation;
import fr.pli.expertise.designation.Designations;
import fr.pli.expertise.designation.Preparation;
import fr.pli.expertise.dossier.ExpertiseWords;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the second step: files and what is known of the case, and the banner before it leaves (D-3). */
@Component
class PackageViews {

    /** Before a draft exists. */
    static final DraftView NOTHING = new DraftView(
            null, "DRAFT", "", "", null, 0, "", List.of(), List.of(), List.of(), false, null, null, null, null, null,
            false, 0, "");

    private final Designations designations;
    private final Preparation preparation;
    private final DesignationViews views;
    private final DraftViews drafts;
    private final Courts courts;
    private final MessageLimits limits;
    private final ExpertiseWords words;

    PackageViews(
            Designations designations,
            Preparation preparation,
            DesignationViews views,
            DraftViews drafts,
            Courts courts,
            MessageLimits limits,
            ExpertiseWords words) {
        this.designations = designations;
        this.preparation = preparation;
        this.views = views;
        this.drafts = drafts;
        this.courts = courts;
        this.limits = limits;
        this.words = words;
    }

    /** Once it has left there is one page of it. */
    ModelAndView files(Person me, UUID id, @Nullable MatterForm typed) {
        Designation designation = designations.held(me, id);
        Draft draft = preparation.files(me, id);
        if (left(draft)) {
            return new ModelAndView("redirect:/designations/" + id);
        }
        ModelAndView page = page("designation/files", me, designation, draft);
        page.addObject("form", typed == null ? form(designation) : typed);
        page.addObject("courts", courts.labels());
        return page;
    }

    ModelAndView banner(Person me, UUID id) {
        Designation designation = designations.held(me, id);
        Draft draft = preparation.files(me, id);
        return draft.state() == MessageState.DRAFT
                ? page("designation/confirm", me, designation, draft)
                : new ModelAndView("redirect:/designations/" + id);
    }

    /** The page again with the sentence; where there is no such page any more, the sentence alone. */
    ModelAndView refused(ModelAndView page, RefusedException refused) {
        int status = refused.refusal().status();
        if (status == 404 || status == 403 || String.valueOf(page.getViewName()).startsWith("redirect:")) {
            throw refused;
        }
        page.setStatus(HttpStatusCode.valueOf(status));
        page.addObject("refusal", words.of(refused));
        return page;
    }

    /** What the widget of files needs. */
    void widget(ModelAndView page, @Nullable Draft draft, String here) {
        page.addObject("draft", draft == null ? NOTHING : drafts.view(draft));
        page.addObject("fileLimit", limits.maxFileBytes());
        page.addObject("limits", limits);
        page.addObject("here", here);
        page.addObject("zone", drafts.zone());
    }

    private ModelAndView page(String view, Person me, Designation designation, Draft draft) {
        var page = new ModelAndView(view);
        page.addObject("d", views.of(me, designation));
        widget(page, draft, "/designations/" + designation.id());
        return page;
    }

    private MatterForm form(Designation designation) {
        return MatterForm.of(
                designation.matter(), views.court(designation.matter().court()));
    }

    private static boolean left(Draft draft) {
        return draft.state() != MessageState.DRAFT && draft.state() != MessageState.QUEUED;
    }
}
