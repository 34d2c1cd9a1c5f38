package fr.pli.exchange.receipt;

import fr.pli.exchange.attachment.StoredFile;
import fr.pli.exchange.message.Message;
import java.io.IOException;
import java.io.OutputStream;

/** One file of a message (U-8). */
record FileOffer(Handovers handovers, Reader reader, Message message, StoredFile file, String name, String validator)
        implements Offer {

    @Override
    public long length() {
        return file.length();
    }

    @Override
    public void handOver(long from, long to, OutputStream out) throws IOException {
        try (Handover handover = handovers.open(reader, message, file.id())) {
            handover.hand(file, from, to, out);
        }
    }
}
