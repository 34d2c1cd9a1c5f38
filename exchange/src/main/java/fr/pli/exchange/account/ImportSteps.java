package fr.pli.exchange.account;

import fr.pli.exchange.account.ImportShelf.Kept;
import fr.pli.exchange.platform.Units;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * The two steps of every import: a file is given and its dry run shown; the confirmation makes the same plan again
 * in the unit that writes, and writes what was shown or nothing.
 */
@Component
class ImportSteps {

    /** What an import would do. */
    interface Plan {

        /** Equal exactly when the outcome is the same. */
        String fingerprint();

        /** Whether a confirmation would write anything. */
        boolean doesSomething();

        /** Why it cannot be confirmed. */
        default Optional<DirectoryRefusal> obstacle() {
            return doesSomething() ? Optional.empty() : Optional.of(DirectoryRefusal.IMPORT_NOTHING_TO_DO);
        }
    }

    /**
     * What an import is about.
     *
     * @param planner makes the plan of a file; told to lock, it keeps what it read as it is to the end of the unit
     */
    record Way<C extends Enum<C> & ImportColumn, T, P extends Plan>(
            ImportShelf.Kind kind,
            Class<C> columns,
            ImportFile.Reading<C, T> reading,
            BiFunction<ImportFile<T>, Boolean, P> planner) {}

    /** Writes a plan and says what was done. */
    interface Writing<P, D> {

        D write(P plan);
    }

    private final Guard guard;
    private final ImportShelf shelf;
    private final Units units;

    ImportSteps(Guard guard, ImportShelf shelf, Units units) {
        this.guard = guard;
        this.shelf = shelf;
        this.units = units;
    }

    /** Keeps the file and says what importing it would do. @param by an administrator */
    <C extends Enum<C> & ImportColumn, T, P extends Plan> DryRun<P> give(
            Person by, Way<C, T, P> way, String fileName, byte[] content) {
        Guard.administratorOnly(by);
        shelf.checkSize(content);
        ImportFile<T> file = read(way, content);
        return units.call(() -> {
            P plan = way.planner().apply(file, false);
            return DryRun.of(shelf.keep(by, way.kind(), fileName, content, plan.fingerprint()), file, plan);
        });
    }

    /** What importing the file would do now; from then on this is what a confirmation means. */
    <C extends Enum<C> & ImportColumn, T, P extends Plan> DryRun<P> show(Person by, Way<C, T, P> way, UUID id) {
        Guard.administratorOnly(by);
        return units.call(() -> {
            Kept kept = shelf.find(by, way.kind(), id);
            ImportFile<T> file = read(way, kept.content());
            P plan = way.planner().apply(file, false);
            shelf.remember(id, plan.fingerprint());
            return DryRun.of(kept, file, plan);
        });
    }

    /**
     * Writes what the last dry run showed, and nothing when the directory would answer differently now; then the owner
     * is to be shown the new dry run.
     */
    <C extends Enum<C> & ImportColumn, T, P extends Plan, D> D confirm(
            Person by, Way<C, T, P> way, UUID id, Writing<P, D> writing) {
        try {
            return guard.administer(by, () -> {
                Kept kept = shelf.find(by, way.kind(), id);
                P plan = way.planner().apply(read(way, kept.content()), true);
                if (!plan.fingerprint().equals(kept.plan())) {
                    throw DirectoryRefusal.IMPORT_DIRECTORY_CHANGED.with();
                }
                plan.obstacle().ifPresent(obstacle -> {
                    throw obstacle.with();
                });
                D done = writing.write(plan);
                guard.keepAnAdministrator();
                shelf.delete(id);
                return done;
            });
        } catch (DataIntegrityViolationException addressTakenJustNow) {
            throw DirectoryRefusal.IMPORT_DIRECTORY_CHANGED.with();
        }
    }

    void discard(Person by, Way<?, ?, ?> way, UUID id) {
        Guard.administratorOnly(by);
        units.run(() -> {
            shelf.find(by, way.kind(), id);
            shelf.delete(id);
        });
    }

    private <C extends Enum<C> & ImportColumn, T> ImportFile<T> read(Way<C, T, ?> way, byte[] content) {
        return ImportFile.read(content, shelf.maxLines(), way.columns(), way.reading());
    }
}
