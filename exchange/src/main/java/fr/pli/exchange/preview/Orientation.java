package fr.pli.exchange.preview;

import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held: the Exif tag by which a photograph says which side is up (JEITA CP-3451, tag 0x0112). */
final class Orientation {

    private static final int TAG = 0x0112;

    private Orientation() {}

    /** 1 to 8; 1, as it is, when nothing is said or what is said makes no sense. */
    static int of(byte[] jpeg) {
        try {
            var file = ByteBuffer.wrap(jpeg);
            int start = file.getShort();
            while (start == (short) 0xFFD8) {
                int marker = file.getShort() & 0xFFFF;
                int length = file.getShort() & 0xFFFF;
                if (marker < 0xFFE0 || marker > 0xFFEF || length < 2) {
                    return 1;
                }
                var segment = file.slice(file.position(), length - 2);
                if (marker == 0xFFE1 && segment.remaining() > 14 && segment.getInt(0) == 0x45786966) {
                    return tag(segment.slice(6, segment.remaining() - 6));
                }
                file.position(file.position() + length - 2);
            }
            return 1;
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException damaged) {
            return 1;
        }
    }

    private static int tag(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation == 1) {
            return image;
        }
        int right = image.getWidth() - 1;
        int bottom = image.getHeight() - 1;
        boolean turned = orientation >= 5;
        var upright = new BufferedImage(
                turned ? bottom + 1 : right + 1, turned ? right + 1 : bottom + 1, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y <= bottom; y++) {
            for (int x = 0; x <= right; x++) {
                int pixel = image.getRGB(x, y);
                switch (orientation) {
                    case 2 -> upright.setRGB(right - x, y, pixel);
                    case 3 -> upright.setRGB(right - x, bottom - y, pixel);
                    case 4 -> upright.setRGB(x, bottom - y, pixel);
                    case 5 -> upright.setRGB(y, x, pixel);
                    case 6 -> upright.setRGB(bottom - y, x, pixel);
                    case 7 -> upright.setRGB(bottom - y, right - x, pixel);
                    default -> upright.setRGB(y, right - x, pixel);
                }
            }
        }
        return upright;
    }
}
