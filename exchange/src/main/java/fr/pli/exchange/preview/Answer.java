package fr.pli.exchange.preview;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What {@link Drawer} says to {@link DrawingProcess}. It is read as a stranger's word: every length is bounded. */
final class Answer {

    static final int DRAWN = 1;
    static final int LOCKED = 2;
    static final int NO_PAGE = 3;
    static final int UNDRAWABLE = 4;

    static final int MOST_TEXT = 200_000;
    static final int MOST_PIXELS_ASIDE = 4096;
    private static final int MOST_PICTURE = 12 * 1024 * 1024;

    private Answer() {}

    static void write(DataOutputStream out, Preview preview, Preview.Picture picture) throws IOException {
        out.writeByte(DRAWN);
        out.writeInt(preview.pages());
        out.writeBoolean(preview.cut());
        byte[] text = preview.text().getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
        out.writeBoolean(picture.mediaType().equals("image/jpeg"));
        out.writeInt(picture.width());
        out.writeInt(picture.height());
        out.writeInt(picture.bytes().length);
        out.write(picture.bytes());
        out.flush();
    }

    static Preview read(DataInputStream in, int page) throws IOException {
        switch (in.readByte()) {
            case DRAWN -> {
                int pages = bounded(in.readInt(), 1, Integer.MAX_VALUE);
                boolean cut = in.readBoolean();
                byte[] text = in.readNBytes(bounded(in.readInt(), 0, 4 * MOST_TEXT));
                String type = in.readBoolean() ? "image/jpeg" : "image/png";
                int width = bounded(in.readInt(), 1, MOST_PIXELS_ASIDE);
                int height = bounded(in.readInt(), 1, MOST_PIXELS_ASIDE);
                int length = bounded(in.readInt(), 1, MOST_PICTURE);
                byte[] picture = in.readNBytes(length);
                if (picture.length < length) {
                    throw new IOException("the answer ends early");
                }
                return new Preview(
                        pages,
                        page,
                        PlainText.visible(new String(text, StandardCharsets.UTF_8)),
                        cut,
                        new Preview.Picture(type, width, height, picture));
            }
            case LOCKED -> throw PreviewRefusal.LOCKED.with();
            case NO_PAGE -> throw PreviewRefusal.NO_PAGE.with();
            default -> throw PreviewRefusal.UNDRAWABLE.with();
        }
    }

    private static int bounded(int value, int least, int most) throws IOException {
        if (value < least || value > most) {
            throw new IOException("no answer of a drawing");
        }
        return value;
    }
}
