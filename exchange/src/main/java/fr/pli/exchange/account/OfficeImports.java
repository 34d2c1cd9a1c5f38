package fr.pli.exchange.account;

import fr.pli.exchange.account.ImportSteps.Way;
import fr.pli.exchange.account.OfficeImportPlan.Existing;
import fr.pli.exchange.account.OfficeImportPlan.Outcome;
import fr.pli.exchange.account.OfficeImportPlan.Target;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Import of offices and teams with their members, in the same two steps as that of people; one refused line
 * refuses the file (ADR 0044).
 */
@Component
public class OfficeImports {

    private final ImportSteps steps;
    private final Way<OfficeColumn, OfficeLine, OfficeImportPlan> way;
    private final OfficeEntries entries;
    private final Journal journal;

    OfficeImports(ImportSteps steps, OfficeImportPlanner planner, OfficeEntries entries, Journal journal) {
        this.steps = steps;
        this.way = new Way<>(
                ImportShelf.Kind.OFFICES,
                OfficeColumn.class,
                OfficeColumn::line,
                (file, lockedByTheGuard) -> planner.plan(file));
        this.entries = entries;
        this.journal = journal;
    }

    /** What a confirmed import did: offices, then places in them. */
    public record Done(long created, long changed, long joined, long left) {}

    /** Keeps the file and says what importing it would do. @param by an administrator */
    public DryRun<OfficeImportPlan> give(Person by, String fileName, byte[] content) {
        return steps.give(by, way, fileName, content);
    }

    /** What importing the file would do now; from then on this is what a confirmation means. */
    public DryRun<OfficeImportPlan> show(Person by, UUID id) {
        return steps.show(by, way, id);
    }

    /** Writes what the last dry run showed, or nothing. */
    public Done confirm(Person by, UUID id) {
        return steps.confirm(by, way, id, plan -> write(by, id, plan));
    }

    public void discard(Person by, UUID id) {
        steps.discard(by, way, id);
    }

    private Done write(Person by, UUID id, OfficeImportPlan plan) {
        plan.offices().forEach(office -> write(by, office));
        var done = new Done(
                plan.count(Outcome.CREATE),
                plan.count(Outcome.CHANGE),
                plan.count(Outcome.JOIN),
                plan.count(Outcome.LEAVE));
        journal.append(Fact.of("directory.offices-imported")
                .by(by.id())
                .about(id)
                .detail("created", done.created())
                .detail("changed", done.changed())
                .detail("joined", done.joined())
                .detail("left", done.left()));
        return done;
    }

    private void write(Person by, Target office) {
        UUID id = entry(by, office);
        office.leaving().forEach(person -> entries.leave(by, id, person));
        office.joining().forEach(person -> entries.join(by, id, person));
    }

    private UUID entry(Person by, Target office) {
        Existing before = office.existing();
        UUID id = before == null ? entries.create(by, office.typed()) : before.id();
        boolean wasOpen = before == null || before.open();
        if (before != null && office.changed()) {
            entries.change(by, id, office.typed());
        }
        if (wasOpen && !office.open()) {
            entries.close(by, id);
        } else if (!wasOpen && office.open()) {
            entries.open(by, id);
        }
        return id;
    }
}
