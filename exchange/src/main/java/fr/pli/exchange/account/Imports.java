package fr.pli.exchange.account;

import fr.pli.exchange.account.ImportPlan.Outcome;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Tasks;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Import of the directory in two steps: a file is given and its dry run shown; the confirmation makes the same
 * plan again in the unit that writes, and writes all of it or nothing.
 */
@Component
public class Imports {

    private final Guard guard;
    private final ImportPlanner planner;
    private final BulkEntries entries;
    private final DirectorySettings settings;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Tasks tasks;
    private final Units units;
    private final Clock clock;

    Imports(
            Guard guard,
            ImportPlanner planner,
            BulkEntries entries,
            DirectorySettings settings,
            JdbcClient jdbc,
            Journal journal,
            Tasks tasks,
            Units units,
            Clock clock) {
        this.guard = guard;
        this.planner = planner;
        this.entries = entries;
        this.settings = settings;
        this.jdbc = jdbc;
        this.journal = journal;
        this.tasks = tasks;
        this.units = units;
        this.clock = clock;
    }

    /**
     * A dry run.
     *
     * @param separator {@code semicolon}, {@code comma} or {@code tab}
     * @param encoding name of what was recognised
     */
    public record DryRun(
            UUID id,
            String fileName,
            String encoding,
            String separator,
            java.util.List<String> ignoredColumns,
            ImportPlan plan) {}

    /** What a confirmed import did. */
    public record Done(long created, long changed) {}

    /** Keeps the file and says what importing it would do. */
    public DryRun give(Person by, String fileName, byte[] content) {
        Guard.administratorOnly(by);
        if (content.length > settings.importMaxSize().toBytes()) {
            throw DirectoryRefusal.IMPORT_TOO_LARGE.with(
                    settings.importMaxSize().toBytes());
        }
        ImportFile file = ImportFile.read(content, settings.importMaxLines());
        return units.call(() -> {
            var stored = new Stored(Ids.next(clock.instant()), shortened(fileName), content, "");
            DryRun dryRun = dryRun(stored, file, planner.plan(file, false));
            jdbc.sql("""
                            insert into directory_import (id, owner, file_name, content, plan, created_at)
                            values (:id, :owner, :name, :content, :plan, :now)
                            """)
                    .param("id", stored.id())
                    .param("owner", by.id())
                    .param("name", stored.fileName())
                    .param("content", content)
                    .param("plan", dryRun.plan().fingerprint())
                    .param("now", clock.instant())
                    .update();
            return dryRun;
        });
    }

    /** What importing the file would do now; from then on this is what a confirmation means. */
    public DryRun show(Person by, UUID id) {
        Guard.administratorOnly(by);
        return units.call(() -> {
            Stored stored = stored(by, id);
            ImportFile file = ImportFile.read(stored.content(), settings.importMaxLines());
            DryRun dryRun = dryRun(stored, file, planner.plan(file, false));
            remember(id, dryRun.plan().fingerprint());
            return dryRun;
        });
    }

    /**
     * Writes what the last dry run showed, and nothing when the directory would answer differently now; then the owner
     * is to be shown the new dry run.
     */
    public Done confirm(Person by, UUID id) {
        try {
            return guard.administer(by, () -> write(by, id));
        } catch (DataIntegrityViolationException addressTakenJustNow) {
            throw DirectoryRefusal.IMPORT_DIRECTORY_CHANGED.with();
        }
    }

    public void discard(Person by, UUID id) {
        Guard.administratorOnly(by);
        units.run(() -> {
            stored(by, id);
            delete(id);
        });
    }

    private Done write(Person by, UUID id) {
        Stored stored = stored(by, id);
        ImportPlan plan = planner.plan(ImportFile.read(stored.content(), settings.importMaxLines()), true);
        if (!plan.fingerprint().equals(stored.plan())) {
            throw DirectoryRefusal.IMPORT_DIRECTORY_CHANGED.with();
        }
        if (!plan.doesSomething()) {
            throw DirectoryRefusal.IMPORT_NOTHING_TO_DO.with();
        }
        var created = entries.write(by, plan);
        guard.keepAnAdministrator();
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
        delete(id);
        return done;
    }

    /**
     * A file kept.
     *
     * @param plan fingerprint of the outcome its owner was shown
     */
    private record Stored(UUID id, String fileName, byte[] content, String plan) {}

    /** Somebody else's file is unknown here, like one that is no longer kept. */
    private Stored stored(Person by, UUID id) {
        return jdbc.sql("""
                        select id, file_name, content, plan from directory_import
                        where id = :id and owner = :owner and created_at > :oldest
                        for update
                        """)
                .param("id", id)
                .param("owner", by.id())
                .param("oldest", clock.instant().minus(settings.importKept()))
                .query((row, number) -> new Stored(
                        row.getObject("id", UUID.class),
                        row.getString("file_name"),
                        row.getBytes("content"),
                        row.getString("plan")))
                .optional()
                .orElseThrow(DirectoryRefusal.NOT_FOUND::with);
    }

    private void remember(UUID id, String fingerprint) {
        jdbc.sql("update directory_import set plan = :plan where id = :id")
                .param("plan", fingerprint)
                .param("id", id)
                .update();
    }

    private void delete(UUID id) {
        jdbc.sql("delete from directory_import where id = :id").param("id", id).update();
    }

    private static DryRun dryRun(Stored stored, ImportFile file, ImportPlan plan) {
        String separator =
                switch (file.separator()) {
                    case ',' -> "comma";
                    case '\t' -> "tab";
                    default -> "semicolon";
                };
        return new DryRun(stored.id(), stored.fileName(), file.encoding().name(), separator, file.ignored(), plan);
    }

    /** The last part of the name, for display only. */
    private static String shortened(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String tidy = ParticularsCheck.tidy(name.replaceAll("\\p{C}", ""));
        String shown = tidy.isEmpty() ? "import.csv" : tidy;
        return shown.length() > 200 ? shown.substring(0, 200) : shown;
    }
}
