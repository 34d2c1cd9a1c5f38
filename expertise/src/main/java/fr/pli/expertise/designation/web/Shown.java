package fr.pli.expertise.designation.web;

import fr.pli.expertise.designation.DesignationState;
import fr.pli.expertise.designation.Matter;
import fr.pli.expertise.designation.RefusalReason;
import fr.pli.expertise.designation.Step;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A designation as pages and programs show it.
 *
 * @param mine the reader designates; otherwise the reader is the expert
 * @param open waits for an answer now
 * @param message the package: its files are read under {@code /api/v1/messages/{message}}
 * @param openedAt when the expert opened it, for who designates
 * @param served the reader may have the files now
 * @param joined files joined to the answer that have left
 * @param remindable why the expert cannot be reminded; null when they can
 * @param withdrawable why it cannot be withdrawn; null when it can
 * @param expertise that the acceptance has made
 */
record Shown(
        UUID id,
        DesignationState state,
        boolean mine,
        boolean open,
        Who expert,
        Who holder,
        @Nullable String specialty,
        Matter matter,
        @Nullable String courtName,
        UUID message,
        @Nullable UUID follows,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant openedAt,
        @Nullable Instant endedAt,
        int reminders,
        @Nullable RefusalReason reason,
        @Nullable String comment,
        boolean served,
        List<File> files,
        @Nullable UUID joinedMessage,
        List<File> joined,
        List<Line> history,
        @Nullable String remindable,
        @Nullable String withdrawable,
        @Nullable UUID expertise) {

    /** Files of the package that the expert has whole. */
    public long collected() {
        return files.stream().filter(file -> file.completeAt() != null).count();
    }

    public long bytes() {
        return files.stream().mapToLong(File::length).sum();
    }

    /** @param court of appeal of an expert, organisation of who designates. @param phones empty where none is known */
    record Who(UUID id, String name, String email, String court, List<String> phones) {}

    /**
     * @param previewed whether it can be looked at without downloading (U-10)
     * @param percent of its bytes that the expert has been handed
     * @param completeAt when the expert had all of it
     */
    record File(
            UUID id,
            String path,
            long length,
            String sha256,
            boolean previewed,
            int percent,
            @Nullable Instant completeAt) {}

    /** @param who name; empty for the platform */
    record Line(Step.Kind step, Instant at, String who) {}
}
