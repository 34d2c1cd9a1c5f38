package fr.pli.exchange.receipt;

import fr.pli.exchange.attachment.StoredFile;
import fr.pli.exchange.message.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files of one message or several as one zip (U-9). The bytes of each file count in the coverage of its own message and
 * are handed over under the right to that file, its header with them; the rest counts for nobody.
 *
 * @param messages by id, those of all members
 * @param files by id, those of all members
 */
record ZipOffer(
        Handovers handovers,
        Reader reader,
        Map<UUID, Message> messages,
        Map<UUID, StoredFile> files,
        ZipLayout layout,
        String name)
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
        try (var stretch = new Stretch()) {
            for (ZipLayout.Part part : layout.parts(from, to)) {
                Handover handover = stretch.under(part.member());
                long start = Math.max(0, from - part.offset());
                long end = Math.min(part.length(), to - part.offset());
                switch (part) {
                    case ZipLayout.Made made -> handover.hand(made.bytes(), (int) start, (int) end, out);
                    case ZipLayout.Stored stored -> handover.hand(file(stored.member()), start, end, out);
                }
            }
        }
    }

    private StoredFile file(int member) {
        return Objects.requireNonNull(files.get(layout.members().get(member).file()));
    }

    /** The bytes that are handed over under the right to one member. */
    private final class Stretch implements AutoCloseable {

        private final Decided decided = new Decided(handovers, reader, layout.members());
        private int member = -1;
        private @Nullable Handover open;

        Handover under(int next) throws RightLostException {
            Handover handover = open;
            if (handover == null || next != member) {
                close();
                decided.require(next);
                ZipMember one = layout.members().get(next);
                handover = handovers.open(reader, Objects.requireNonNull(messages.get(one.message())), one.file());
                open = handover;
                member = next;
            }
            return handover;
        }

        @Override
        public void close() {
            if (open != null) {
                open.close();
            }
        }
    }
}
