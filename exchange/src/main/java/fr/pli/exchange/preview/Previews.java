package fr.pli.exchange.preview;

import fr.pli.exchange.attachment.Content;
import fr.pli.exchange.attachment.FileState;
import fr.pli.exchange.attachment.StoredFile;
import fr.pli.exchange.attachment.StoredFiles;
import fr.pli.exchange.platform.Show;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Shows files without handing them over (U-10): a page of a PDF or an image as a picture drawn here, a text as plain
 * text. What a file would do in a program that opens it, it cannot do in what is made of it.
 */
@Service
public class Previews {

    private final StoredFiles files;
    private final DrawingProcess drawing;
    private final RecentPages recent;
    private final PreviewSettings settings;
    private final Show show;

    Previews(StoredFiles files, DrawingProcess drawing, RecentPages recent, PreviewSettings settings, Show show) {
        this.files = files;
        this.drawing = drawing;
        this.recent = recent;
        this.settings = settings;
        this.show = show;
    }

    /** Whether it is worth offering: clean, of a kind that is shown, not too large. */
    public boolean offered(@Nullable StoredFile file) {
        return file != null
                && file.state() == FileState.CLEAN
                && PreviewKind.of(file.mediaType())
                        .filter(kind -> kind == PreviewKind.TEXT || !tooLarge(file))
                        .isPresent();
    }

    /**
     * One page of a file.
     *
     * @param page from 1; a text has one
     */
    public Preview page(StoredFile file, int page) {
        if (file.state() != FileState.CLEAN) {
            throw PreviewRefusal.NOT_CLEAN.with();
        }
        PreviewKind kind = PreviewKind.of(file.mediaType()).orElseThrow(PreviewRefusal.NO_KIND::with);
        try (Content content = files.open(file.id())) {
            if (kind == PreviewKind.TEXT) {
                return text(content, page);
            }
            if (tooLarge(file)) {
                throw PreviewRefusal.TOO_LARGE.with(show.size(settings.largest().toBytes()));
            }
            return recent.get(file.id(), page, () -> drawing.draw(String.valueOf(file.mediaType()), page, content));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean tooLarge(StoredFile file) {
        return file.length() > settings.largest().toBytes();
    }

    private Preview text(Content content, int page) throws IOException {
        if (page != 1) {
            throw PreviewRefusal.NO_PAGE.with();
        }
        int shown = (int) Math.min(content.length(), settings.text().toBytes());
        byte[] head = new byte[shown];
        int[] filled = {0};
        content.read(0, shown, (buffer, offset, length) -> {
            System.arraycopy(buffer, offset, head, filled[0], length);
            filled[0] += length;
        });
        boolean cut = shown < content.length();
        return new Preview(1, 1, PlainText.of(head, cut), cut, null);
    }
}
