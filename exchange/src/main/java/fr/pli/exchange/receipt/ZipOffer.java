package fr.pli.exchange.receipt;

import fr.pli.exchange.attachment.StoredFile;
import fr.pli.exchange.message.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Several files of a message as one zip (U-9); the bytes of each count in its own coverage, the rest for nobody. */
record ZipOffer(
        Handovers handovers, Reader reader, Message message, Map<UUID, StoredFile> files, ZipLayout layout, String name)
        implements Offer {

    @Override
    public long length() {
        return layout.length();
    }

    @Override
    public String validator() {
        return layout.hash();
    }

    @Override
    public void handOver(long from, long to, OutputStream out) throws IOException {
        try (Handover handover = handovers.open(reader, message)) {
            for (ZipLayout.Part part : layout.parts(from, to)) {
                long start = Math.max(0, from - part.offset());
                long end = Math.min(part.length(), to - part.offset());
                switch (part) {
                    case ZipLayout.Made made -> handover.hand(made.bytes(), (int) start, (int) end, out);
                    case ZipLayout.Stored stored ->
                        handover.hand(Objects.requireNonNull(files.get(stored.file())), start, end, out);
                }
            }
        }
    }
}
