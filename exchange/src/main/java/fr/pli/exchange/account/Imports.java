package fr.pli.exchange.account;

import fr.pli.exchange.account.ImportPlan.Outcome;
import fr.pli.exchange.account.ImportSteps.Way;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Tasks;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Import of the directory in two steps: refused lines are left out, the rest is written whole or not at all. */
@Component
public class Imports {

    private final ImportSteps steps;
    private final Way<DirectoryColumn, Particulars, ImportPlan> way;
    private final BulkEntries entries;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Tasks tasks;
    private final Clock clock;

    Imports(
            ImportSteps steps,
            ImportPlanner planner,
            BulkEntries entries,
            JdbcClient jdbc,
            Journal journal,
            Tasks tasks,
            Clock clock) {
        this.steps = steps;
        this.way =
                new Way<>(ImportShelf.Kind.PEOPLE, DirectoryColumn.class, DirectoryColumn::particulars, planner::plan);
        this.entries = entries;
        this.jdbc = jdbc;
        this.journal = journal;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** What a confirmed import did. */
    public record Done(long created, long changed) {}

    /** Keeps the file and says what importing it would do. */
    public DryRun<ImportPlan> give(Person by, String fileName, byte[] content) {
        return steps.give(by, way, fileName, content);
    }

    /** What importing the file would do now; from then on this is what a confirmation means. */
    public DryRun<ImportPlan> show(Person by, UUID id) {
        return steps.show(by, way, id);
    }

    /** Writes what the last dry run showed, or nothing. */
    public Done confirm(Person by, UUID id) {
        return steps.confirm(by, way, id, plan -> write(by, id, plan));
    }

    public void discard(Person by, UUID id) {
        steps.discard(by, way, id);
    }

    private Done write(Person by, UUID id, ImportPlan plan) {
        List<UUID> created = entries.write(by, plan);
        var done = new Done(created.size(), plan.count(Outcome.CHANGE));
        journal.append(Fact.of("directory.imported")
                .by(by.id())
                .about(id)
                .detail("created", done.created())
                .detail("changed", done.changed())
                .detail("refused", plan.count(Outcome.REFUSED)));
        if (!created.isEmpty()) {
            jdbc.sql(
                            "insert into directory_invitation (person, invited_by) select id, :by from person where id in (:ids)")
                    .param("by", by.id())
                    .param("ids", created)
                    .update();
            tasks.stage(ImportedInvitations.NAME, id.toString(), clock.instant());
        }
        return done;
    }
}
