package fr.pli.expertise.dossier;

import fr.pli.exchange.account.Court;
import fr.pli.exchange.account.Courts;
import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.platform.Time;
import fr.pli.expertise.participants.Line;
import fr.pli.expertise.participants.Roster;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads an {@link Order}: claimant, defendant, court and RG number are required, the rest may be left out (D-7, D-10). */
@Component
class OrderCheck {

    private static final int LONGEST_MI = 60;

    private final Courts courts;
    private final Directory directory;
    private final Clock clock;

    OrderCheck(Courts courts, Directory directory, Clock clock) {
        this.courts = courts;
        this.directory = directory;
        this.clock = clock;
    }

    Checked check(Order typed) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Time.PARIS);
        String claimant = Roster.partyName(typed.claimant());
        String defendant = Roster.partyName(typed.defendant());
        Court court = courts.find(Objects.requireNonNullElse(typed.court(), ""))
                .orElseThrow(() -> DossierRefusal.COURT_UNKNOWN.with(Line.tidy(typed.court())));
        LocalDate decided = Amounts.day(typed.decidedOn());
        if (decided != null && decided.isAfter(today)) {
            throw DossierRefusal.DECISION_LATER.with();
        }
        return new Checked(
                claimant,
                defendant,
                court,
                RgNumber.checked(court, typed.rg()),
                mi(typed.mi()),
                decided,
                decided == null ? today : decided,
                colleague(typed.magistrat(), Profile.MAGISTRAT, DossierRefusal.MAGISTRAT_UNKNOWN),
                colleague(typed.greffier(), Profile.GREFFIER, DossierRefusal.GREFFIER_UNKNOWN),
                Amounts.amount(typed.amount()),
                Amounts.day(typed.due()),
                Amounts.day(typed.reportDue()));
    }

    private static @Nullable String mi(@Nullable String typed) {
        String line = Line.tidy(typed);
        if (!Line.fits(line, LONGEST_MI)) {
            throw DossierRefusal.MI_INVALID.with(LONGEST_MI);
        }
        return line.isEmpty() ? null : line;
    }

    private @Nullable UUID colleague(@Nullable String address, Profile profile, DossierRefusal unknown) {
        String typed = Line.tidy(address);
        return typed.isEmpty()
                ? null
                : directory
                        .findByEmail(typed)
                        .filter(found -> found.active() && found.profile() == profile)
                        .map(Person::id)
                        .orElseThrow(() -> unknown.with(typed));
    }

    /**
     * An order that can be entered.
     *
     * @param designatedOn day in the expertise's name
     */
    record Checked(
            String claimant,
            String defendant,
            Court court,
            String rg,
            @Nullable String mi,
            @Nullable LocalDate decidedOn,
            LocalDate designatedOn,
            @Nullable UUID magistrat,
            @Nullable UUID greffier,
            @Nullable BigDecimal amount,
            @Nullable LocalDate due,
            @Nullable LocalDate reportDue) {

        /** The same, of that day. */
        Checked designatedOn(LocalDate day) {
            return new Checked(
                    claimant, defendant, court, rg, mi, decidedOn, day, magistrat, greffier, amount, due, reportDue);
        }

        /** Those named. */
        List<UUID> colleagues() {
            return Stream.of(magistrat, greffier).filter(Objects::nonNull).toList();
        }

        String title() {
            return claimant + " c/ " + defendant;
        }
    }
}
