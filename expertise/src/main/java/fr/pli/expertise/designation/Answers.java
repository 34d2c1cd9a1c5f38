package fr.pli.expertise.designation;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.platform.Units;
import fr.pli.expertise.dossier.Expertise;
import fr.pli.expertise.dossier.ExpertiseCreation;
import fr.pli.expertise.folder.DesignationDeposits;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The expert's answer (D-7, D-8): one, however many clicks, tabs or nodes; the row's lock says which. Everything that it
 * brings about is one transaction; a file joined to it follows when it is clean.
 */
@Service("designationAnswers")
public class Answers {

    public static final int LONGEST_COMMENT = 2000;

    private final Designations designations;
    private final DesignationTable table;
    private final Moves moves;
    private final JoinedFiles joined;
    private final ExpertiseCreation creation;
    private final DesignationDeposits deposits;
    private final Directory directory;
    private final DesignationNotices notices;
    private final Units units;

    Answers(
            Designations designations,
            DesignationTable table,
            Moves moves,
            JoinedFiles joined,
            ExpertiseCreation creation,
            DesignationDeposits deposits,
            Directory directory,
            DesignationNotices notices,
            Units units) {
        this.designations = designations;
        this.table = table;
        this.moves = moves;
        this.joined = joined;
        this.creation = creation;
        this.deposits = deposits;
        this.directory = directory;
        this.notices = notices;
        this.units = units;
    }

    /** Makes the expertise, « En création », with the package in its folder « Désignation ». @return the expertise */
    public Expertise accept(Person expert, UUID id, Acceptance said) {
        return units.call(() -> {
            designations.addressed(expert, id);
            Designation designation = moves.make(id, Move.ACCEPT, expert.id());
            if (!said.declared()) {
                throw DesignationRefusal.DECLARATION_REQUIRED.with();
            }
            String message = comment(said.message());
            Person designating = directory.find(designation.holder()).orElseThrow();
            Expertise made = creation.designated(expert, said.order(), day(designation), designating);
            deposits.post(made.id(), id, designation.message(), designating, ExpertiseCreation.of(designating));
            joined.leave(expert, designation);
            table.answered(id, null, message, made.id());
            notices.accepted(designation, expert.id());
            return made;
        });
    }

    public void refuse(Person expert, UUID id, @Nullable RefusalReason reason, @Nullable String typed) {
        units.run(() -> {
            designations.addressed(expert, id);
            Designation designation = moves.make(id, Move.REFUSE, expert.id());
            if (reason == null) {
                throw DesignationRefusal.REASON_REQUIRED.with();
            }
            String comment = comment(typed);
            if (comment == null && reason == RefusalReason.OTHER) {
                throw DesignationRefusal.COMMENT_REQUIRED.with();
            }
            joined.leave(expert, designation);
            table.answered(id, reason, comment, null);
            notices.refused(designation, expert.id());
        });
    }

    /** The day of the designation stands in the expertise's name (E-1). */
    private static LocalDate day(Designation designation) {
        return LocalDate.ofInstant(designation.sent(), Time.PARIS);
    }

    private static @Nullable String comment(@Nullable String typed) {
        String text = typed == null ? "" : typed.replace("\r\n", "\n").strip();
        if (text.length() > LONGEST_COMMENT) {
            throw DesignationRefusal.COMMENT_TOO_LONG.with(LONGEST_COMMENT);
        }
        return text.isEmpty() ? null : text;
    }
}
