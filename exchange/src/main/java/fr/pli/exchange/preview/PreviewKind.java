package fr.pli.exchange.preview;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a file is shown; the detected media type decides, never its name (U-7). */
enum PreviewKind {
    PAGES,
    TEXT;

    private static final Set<String> DRAWN =
            Set.of("application/pdf", "image/png", "image/jpeg", "image/gif", "image/bmp", "image/tiff");

    /** Texts whose type does not begin with "text/"; what a browser would run is read as its source, too. */
    private static final Set<String> READ = Set.of(
            "application/xml",
            "application/json",
            "application/javascript",
            "application/xhtml+xml",
            "application/sql",
            "application/x-sh",
            "application/rdf+xml",
            "application/rss+xml",
            "application/atom+xml",
            "image/svg+xml",
            "message/rfc822");

    static Optional<PreviewKind> of(@Nullable String mediaType) {
        if (mediaType == null) {
            return Optional.empty();
        }
        if (DRAWN.contains(mediaType)) {
            return Optional.of(PAGES);
        }
        return mediaType.startsWith("text/") || READ.contains(mediaType) ? Optional.of(TEXT) : Optional.empty();
    }
}
