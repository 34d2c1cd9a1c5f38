package fr.pli.expertise.designation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A designation as it stands.
 *
 * @param author who sent the package
 * @param holder whose it is now: the author, or who came after them (T-2)
 * @param nomenclature of {@code specialty}, the code under which the expert was chosen; null for none
 * @param message the package
 * @param follows the fruitless one whose package it offers to another expert
 * @param openedAt when the expert first opened it
 * @param endedAt when it was answered, withdrawn or expired
 * @param reason of a refusal
 * @param comment the expert's, with the answer
 * @param joined message with the files joined to the answer
 * @param expertise that its acceptance has made
 */
public record Designation(
        UUID id,
        DesignationState state,
        UUID author,
        UUID holder,
        UUID expert,
        @Nullable String nomenclature,
        @Nullable String specialty,
        UUID message,
        @Nullable UUID follows,
        Matter matter,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant openedAt,
        @Nullable Instant endedAt,
        int reminders,
        @Nullable RefusalReason reason,
        @Nullable String comment,
        @Nullable UUID joined,
        @Nullable UUID expertise) {

    /** The last day for an answer is over; whatever the jobs have done. */
    boolean overdue(LocalDate today) {
        return matter.answerBy() != null && today.isAfter(matter.answerBy());
    }

    /** Waits for the expert's answer, by the clock. */
    public boolean open(LocalDate today) {
        return state == DesignationState.PENDING && !overdue(today);
    }

    /** Whether the expert may have the files of the package now (D-6, D-8). */
    boolean served(LocalDate today) {
        return open(today) || state == DesignationState.ACCEPTED;
    }

    /** The expert has answered. */
    public boolean answered() {
        return state == DesignationState.ACCEPTED || state == DesignationState.REFUSED;
    }

    /** And all that the answer says is written; files joined to it that leave from now on are news of their own. */
    boolean settled() {
        return expertise != null || reason != null;
    }

    public boolean heldBy(UUID person) {
        return holder.equals(person);
    }

    public boolean addressedTo(UUID person) {
        return expert.equals(person) && state != DesignationState.DRAFT;
    }

    Instant sent() {
        return Objects.requireNonNull(sentAt);
    }
}
