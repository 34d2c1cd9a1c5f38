package fr.pli.expertise.folder;

import fr.pli.expertise.rights.Role;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deposit beyond its message.
 *
 * @param role by which it was confirmed; null before
 * @param proposal of a party in « Confidentiel accepté » (E-8); null before confirmation
 * @param designation whose package it is, posted by its acceptance (D-8); null for what somebody deposits
 * @param details of files that have any
 */
public record Deposit(
        UUID message,
        UUID folder,
        UUID depositor,
        @Nullable Role role,
        @Nullable Boolean proposal,
        @Nullable Instant confirmedAt,
        @Nullable UUID designation,
        Map<UUID, Detail> details) {

    /**
     * What is said of one file.
     *
     * @param cote of a « pièce cotée »
     * @param replaces the document it corrects
     */
    public record Detail(@Nullable String cote, @Nullable UUID replaces) {

        static final Detail NONE = new Detail(null, null);
    }

    public Detail detail(UUID file) {
        return details.getOrDefault(file, Detail.NONE);
    }
}
