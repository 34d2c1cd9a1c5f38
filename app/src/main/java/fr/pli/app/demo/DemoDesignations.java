package fr.pli.app.demo;

import static java.util.Objects.requireNonNull;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.certificate.Specialties;
import fr.pli.exchange.platform.Time;
import fr.pli.expertise.designation.Answers;
import fr.pli.expertise.designation.Designation;
import fr.pli.expertise.designation.DesignationSent;
import fr.pli.expertise.designation.Matter;
import fr.pli.expertise.designation.Preparation;
import fr.pli.expertise.designation.RefusalReason;
import fr.pli.expertise.experts.Experts;
import fr.pli.expertise.experts.OwnEntries;
import fr.pli.expertise.experts.OwnEntry;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Designations of the demonstration: one that waits for its expert's answer, one that an expert has refused, so that the
 * clerk, the judge and both experts have something to do. What the experts say of themselves stands in the directory.
 */
@Component
@ConditionalOnProperty("pli.demo")
class DemoDesignations {

    private static final String REFUSED = "26/00412";
    private static final int DAYS_TO_ANSWER = 15;

    private final Preparation preparation;
    private final Answers answers;
    private final Experts experts;
    private final OwnEntries entries;
    private final Specialties specialties;
    private final Directory directory;
    private final DemoFiles files;
    private final Clock clock;

    DemoDesignations(
            Preparation preparation,
            Answers answers,
            Experts experts,
            OwnEntries entries,
            Specialties specialties,
            Directory directory,
            DemoFiles files,
            Clock clock) {
        this.preparation = preparation;
        this.answers = answers;
        this.experts = experts;
        this.entries = entries;
        this.specialties = specialties;
        this.directory = directory;
        this.files = files;
        this.clock = clock;
    }

    void fill(Map<Part, Person> people) throws IOException {
        Person expert = requireNonNull(people.get(Part.EXPERT));
        Person other = requireNonNull(people.get(Part.CO_EXPERT));
        entries.write(
                expert, new OwnEntry("CA-BORDEAUX", List.of("F.1.1", "F.1.2"), "05 56 00 00 01", "06 00 00 00 01"));
        entries.write(other, new OwnEntry("CA-BORDEAUX", List.of("C.1.1", "C.1.12"), "", "06 00 00 00 02"));
        designate(
                requireNonNull(people.get(Part.CLERK)),
                expert,
                "F.1.1",
                "Faure",
                "Clinique du Parc",
                "26/00398",
                "Ordonnance du 20 novembre.pdf");
        designate(
                requireNonNull(people.get(Part.MAGISTRAT)),
                other,
                "C.1.1",
                "Lambert",
                "SCI des Quais",
                REFUSED,
                "Ordonnance du 23 novembre.pdf");
    }

    private void designate(
            Person staff, Person expert, String specialty, String claimant, String defendant, String rg, String order)
            throws IOException {
        if (!experts.selectable(expert)) {
            // a card door without a card for them
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Time.PARIS);
        Designation draft = preparation.begin(staff, expert.id(), specialties.current(), specialty);
        preparation.describe(
                staff,
                draft.id(),
                new Matter(claimant, defendant, "TJ33063", rg, today.minusDays(7), today.plusDays(DAYS_TO_ANSWER)));
        files.attach(staff, draft.message(), order, DemoPdf.of(order.replace(".pdf", "")));
        files.attach(staff, draft.message(), "Assignation.pdf", DemoPdf.of("Assignation"));
        preparation.send(staff, draft.id());
    }

    /** As soon as it has left, which is when its files are analysed. */
    @EventListener
    void on(DesignationSent sent) {
        Designation designation = sent.designation();
        if (REFUSED.equals(designation.matter().rg())) {
            directory
                    .find(designation.expert())
                    .filter(expert -> expert.email().equals(Part.CO_EXPERT.email()))
                    .ifPresent(expert -> answers.refuse(
                            expert,
                            designation.id(),
                            RefusalReason.TIME_LIMIT,
                            "Mon cabinet est complet jusqu'en juin ; un confrère serait plus rapide."));
        }
    }
}
