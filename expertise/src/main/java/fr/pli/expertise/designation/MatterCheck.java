package fr.pli.expertise.designation;

import fr.pli.exchange.account.Court;
import fr.pli.exchange.account.Courts;
import fr.pli.expertise.dossier.DossierRefusal;
import fr.pli.expertise.dossier.RgNumber;
import fr.pli.expertise.participants.Line;
import fr.pli.expertise.participants.Roster;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is said of a case: all of it is optional, what is said must be right (D-3). */
@Component
class MatterCheck {

    private static final int LONGEST_RG = 20;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final Courts courts;
    private final Designations designations;

    MatterCheck(Courts courts, Designations designations) {
        this.courts = courts;
        this.designations = designations;
    }

    Matter check(Matter typed) {
        Court court = court(typed.court());
        LocalDate decided = day(typed.decidedOn());
        if (decided != null && decided.isAfter(designations.today())) {
            throw DossierRefusal.DECISION_LATER.with();
        }
        return new Matter(
                party(typed.claimant()),
                party(typed.defendant()),
                court == null ? null : court.code(),
                rg(court, typed.rg()),
                decided,
                ahead(day(typed.answerBy())));
    }

    /** Today is not too late. */
    @Nullable
    LocalDate ahead(@Nullable LocalDate day) {
        if (day != null && day.isBefore(designations.today())) {
            throw DesignationRefusal.ANSWER_BY_PAST.with();
        }
        return day;
    }

    private static @Nullable String party(@Nullable String typed) {
        return Line.tidy(typed).isEmpty() ? null : Roster.partyName(typed);
    }

    private @Nullable Court court(@Nullable String typed) {
        String name = Line.tidy(typed);
        return name.isEmpty() ? null : courts.find(name).orElseThrow(() -> DossierRefusal.COURT_UNKNOWN.with(name));
    }

    /** Its form depends on the court. */
    private static @Nullable String rg(@Nullable Court court, @Nullable String typed) {
        String number = Line.tidy(typed);
        if (number.isEmpty()) {
            return null;
        }
        if (court != null) {
            return RgNumber.checked(court, number);
        }
        if (!Line.fits(number, LONGEST_RG)) {
            throw DossierRefusal.RG_MALFORMED.with("14/00112");
        }
        return number;
    }

    private static @Nullable LocalDate day(@Nullable LocalDate typed) {
        if (typed != null && (typed.getYear() < FIRST_YEAR || typed.getYear() > LAST_YEAR)) {
            throw DossierRefusal.DATE_INVALID.with();
        }
        return typed;
    }
}
