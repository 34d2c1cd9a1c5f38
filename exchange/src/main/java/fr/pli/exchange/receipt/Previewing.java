package fr.pli.exchange.receipt;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.StoredFile;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.preview.Preview;
import fr.pli.exchange.preview.PreviewRefusal;
import fr.pli.exchange.preview.Previews;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Shows a file of a message to who may have it now, without handing it over (U-10): a fact of its own, « aperçu », and
 * no download.
 */
@Service
public class Previewing {

    private static final int PIECE = 16 * 1024;

    private final Downloads downloads;
    private final Previews previews;
    private final Handovers handovers;
    private final Glances glances;

    Previewing(Downloads downloads, Previews previews, Handovers handovers, Glances glances) {
        this.downloads = downloads;
        this.previews = previews;
        this.handovers = handovers;
        this.glances = glances;
    }

    /** The message and the file of it that {@code reader} may look at; nothing is drawn or recorded. */
    public Looked at(Person reader, UUID messageId, UUID fileId) {
        Message message = downloads.readable(reader, messageId);
        Message.Attachment attachment = downloads.attachment(reader, message, fileId);
        return new Looked(message, attachment, downloads.deliverable(attachment));
    }

    /**
     * One page. Its text is handed over with it; a picture is asked for by {@link #picture}.
     *
     * @param page from 1
     */
    public Preview page(Person reader, Looked looked, int page) {
        Preview preview = previews.page(looked.file(), page);
        if (preview.picture() == null || !preview.text().isEmpty()) {
            glances.record(downloads.hand(reader), looked.message(), looked.file());
        }
        return preview;
    }

    /** The picture of one page. */
    public Preview.Picture picture(Looked looked, int page) {
        Preview.Picture picture = previews.page(looked.file(), page).picture();
        if (picture == null) {
            throw PreviewRefusal.NO_PAGE.with();
        }
        return picture;
    }

    /**
     * Hands a picture over in pieces; who loses the right meanwhile gets no further one (U-11).
     *
     * @throws RightLostException when the reader loses the right meanwhile
     */
    public void handOver(Person reader, Looked looked, Preview.Picture picture, OutputStream out) throws IOException {
        byte[] bytes = picture.bytes();
        try (Handover handover = handovers.open(
                downloads.hand(reader), looked.message(), looked.file().id())) {
            for (int from = 0; from < bytes.length; from += PIECE) {
                handover.hand(bytes, from, Math.min(bytes.length, from + PIECE), out);
            }
            out.flush();
        }
        glances.record(downloads.hand(reader), looked.message(), looked.file());
    }

    /** A file of a message, allowed to be looked at. */
    public record Looked(Message message, Message.Attachment attachment, StoredFile file) {}
}
