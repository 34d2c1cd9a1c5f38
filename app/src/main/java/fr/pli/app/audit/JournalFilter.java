package fr.pli.app.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What a reader asks for, as typed.
 *
 * @param person address or id
 * @param message reference or id
 * @param from first day in the reader's zone
 * @param to last day in the reader's zone
 */
public record JournalFilter(
        @Nullable String kind,
        @Nullable String person,
        @Nullable String message,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to) {}
