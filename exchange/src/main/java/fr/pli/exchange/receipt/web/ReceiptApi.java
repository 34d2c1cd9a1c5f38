package fr.pli.exchange.receipt.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.message.MessageRefusal;
import fr.pli.exchange.receipt.Downloads;
import fr.pli.exchange.receipt.FileLine;
import fr.pli.exchange.receipt.Readings;
import fr.pli.exchange.receipt.Received;
import fr.pli.exchange.receipt.Sent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files and receipts of a message for programs (P-1). */
@RestController
@RequestMapping("/api/v1/messages/{message}")
class ReceiptApi {

    private static final int MOST = 500;

    private final Readings readings;
    private final Downloads downloads;

    ReceiptApi(Readings readings, Downloads downloads) {
        this.readings = readings;
        this.downloads = downloads;
    }

    /** The files of a message one may read or has sent, in their order. */
    @GetMapping("/files")
    Page<FileLine> files(
            @SignedIn Person reader,
            @PathVariable UUID message,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") int limit) {
        List<FileLine> files = readings.sent(reader, message)
                .map(Sent::files)
                .orElseGet(() -> readings.received(reader, message).files().stream()
                        .map(Received.Line::file)
                        .toList());
        return Page.of(files, FileLine::id, after, limit);
    }

    /** Who had what of a message one has sent: one item for each recipient. */
    @GetMapping("/receipts")
    Page<ReaderReceipts> receipts(
            @SignedIn Person sender,
            @PathVariable UUID message,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") int limit) {
        Sent sent = readings.sent(sender, message).orElseThrow(MessageRefusal.UNKNOWN::with);
        return Page.of(sent.readers().stream().map(ReaderReceipts::of).toList(), ReaderReceipts::reader, after, limit);
    }

    /** What the caller holds has this fingerprint (U-11). */
    @PostMapping("/files/{file}/confirm")
    Confirmation confirm(
            @SignedIn Person reader,
            @PathVariable UUID message,
            @PathVariable UUID file,
            @RequestBody Fingerprint fingerprint) {
        return new Confirmation(downloads.confirm(reader, message, file, fingerprint.fingerprint()));
    }

    /** SHA-256 of a local copy, hexadecimal. */
    record Fingerprint(String fingerprint) {}

    /** Whether the copy is the file. */
    record Confirmation(boolean match) {}

    /** A page of a list; {@code next} is the {@code after} of the next one. */
    record Page<T>(List<T> items, @Nullable UUID next) {

        static <T> Page<T> of(List<T> all, java.util.function.Function<T, UUID> key, @Nullable UUID after, int limit) {
            int from = 0;
            while (after != null
                    && from < all.size()
                    && !key.apply(all.get(from++)).equals(after)) {}
            int to = Math.min(all.size(), from + Math.clamp(limit, 1, MOST));
            return new Page<>(all.subList(from, to), to < all.size() ? key.apply(all.get(to - 1)) : null);
        }
    }
}
