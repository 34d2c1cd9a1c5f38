package fr.pli.exchange.receipt.web;

import fr.pli.exchange.receipt.Announcements;
import fr.pli.exchange.receipt.Glance;
import fr.pli.exchange.receipt.Receipt;
import fr.pli.exchange.receipt.Sent;
import fr.pli.exchange.receipt.Uncollected;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One recipient's receipts, for programs.
 *
 * @param uncollected what they lacked when the message ended; null before, and where nothing was lacking
 * @param members of a functional recipient, each with receipts of their own; empty otherwise
 * @param seenBy name of who opened it for the recipient with a delegation
 * @param former no longer a member of the office it is listed under
 */
record ReaderReceipts(
        UUID reader,
        @Nullable String name,
        Announcements.@Nullable Told notified,
        List<Announcements.Reminded> reminded,
        @Nullable Instant seenAt,
        @Nullable String seenBy,
        long filesDownloaded,
        List<Receipt> files,
        List<Glance> previews,
        @Nullable Uncollected uncollected,
        List<ReaderReceipts> members,
        boolean former) {

    static ReaderReceipts of(Sent.Reader reader) {
        return new ReaderReceipts(
                reader.id(),
                reader.person() == null ? null : reader.person().name(),
                reader.told(),
                reader.reminded(),
                reader.seenAt(),
                reader.seenBy(),
                reader.complete(),
                reader.cells().stream()
                        .map(Sent.Cell::receipt)
                        .filter(Objects::nonNull)
                        .toList(),
                reader.cells().stream()
                        .map(Sent.Cell::glance)
                        .filter(Objects::nonNull)
                        .toList(),
                reader.uncollected(),
                reader.members().stream().map(ReaderReceipts::of).toList(),
                reader.former());
    }
}
