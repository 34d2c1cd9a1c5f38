package fr.pli.expertise.designation.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.message.web.DraftView;
import fr.pli.exchange.message.web.DraftViews;
import fr.pli.expertise.designation.Acceptance;
import fr.pli.expertise.designation.Answers;
import fr.pli.expertise.designation.Designations;
import fr.pli.expertise.designation.JoinedFiles;
import fr.pli.expertise.designation.RefusalReason;
import fr.pli.expertise.dossier.Order;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The expert's answer for programs (P-1). */
@RestController
@RequestMapping("/api/v1/designations/{id}")
class AnswerApi {

    private final Answers answers;
    private final JoinedFiles joined;
    private final Designations designations;
    private final DesignationViews views;
    private final DraftViews drafts;

    AnswerApi(
            Answers answers, JoinedFiles joined, Designations designations, DesignationViews views, DraftViews drafts) {
        this.answers = answers;
        this.joined = joined;
        this.designations = designations;
        this.views = views;
        this.drafts = drafts;
    }

    /** The draft to which files of the answer are uploaded; the same one each time. */
    @PostMapping("/answer")
    DraftView answer(@SignedIn Person me, @PathVariable UUID id) {
        return drafts.view(joined.begin(me, id));
    }

    @PostMapping("/accept")
    Shown accept(@SignedIn Person me, @PathVariable UUID id, @RequestBody Said said) {
        answers.accept(
                me,
                id,
                new Acceptance(
                        Boolean.TRUE.equals(said.declared()),
                        new Order(
                                said.claimant(),
                                said.defendant(),
                                said.court(),
                                said.rg(),
                                said.mi(),
                                said.decidedOn(),
                                said.magistrat(),
                                said.greffier(),
                                said.amount(),
                                said.due(),
                                said.reportDue()),
                        said.message()));
        return views.of(me, designations.known(me, id));
    }

    @PostMapping("/refuse")
    Shown refuse(@SignedIn Person me, @PathVariable UUID id, @RequestBody Refused refused) {
        answers.refuse(me, id, refused.reason(), refused.comment());
        return views.of(me, designations.known(me, id));
    }

    /** Sends files that were stopped on their way, after the answer. */
    @PostMapping("/answer/send")
    Shown send(@SignedIn Person me, @PathVariable UUID id) {
        joined.send(me, id);
        return views.of(me, designations.known(me, id));
    }

    /**
     * @param declared no conflict of interest, competent, available
     * @param court code or name
     * @param magistrat address of the magistrat in charge of control, as {@code greffier}
     * @param amount of the provision, euros
     */
    record Said(
            @Nullable Boolean declared,
            @Nullable String claimant,
            @Nullable String defendant,
            @Nullable String court,
            @Nullable String rg,
            @Nullable String mi,
            @Nullable LocalDate decidedOn,
            @Nullable String magistrat,
            @Nullable String greffier,
            @Nullable BigDecimal amount,
            @Nullable LocalDate due,
            @Nullable LocalDate reportDue,
            @Nullable String message) {}

    /** @param comment asked for with OTHER */
    record Refused(@Nullable RefusalReason reason, @Nullable String comment) {}
}
