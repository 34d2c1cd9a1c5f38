package fr.pli.exchange.preview;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pixels, brought to a size and written anew: nothing of the file they came from is in them. */
final class Pictures {

    /** Longest side, in pixels: a page of A4 is readable, and the picture small. */
    static final int LONGEST = 1500;

    private static final int LARGE = 1_000_000;

    private Pictures() {}

    static BufferedImage fitted(BufferedImage decoded) {
        double scale = Math.min(1.0, (double) LONGEST / Math.max(decoded.getWidth(), decoded.getHeight()));
        int width = Math.max(1, (int) Math.round(decoded.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(decoded.getHeight() * scale));
        var fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = fitted.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            canvas.drawImage(decoded, 0, 0, width, height, Color.WHITE, null);
        } finally {
            canvas.dispose();
        }
        return fitted;
    }

    /** PNG, sharp for text; JPEG for what would be large in it, such as scans and photographs. */
    static Preview.Picture encoded(BufferedImage drawn) throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageIO.write(drawn, "png", png);
        if (png.size() <= LARGE) {
            return new Preview.Picture("image/png", drawn.getWidth(), drawn.getHeight(), png.toByteArray());
        }
        return new Preview.Picture("image/jpeg", drawn.getWidth(), drawn.getHeight(), jpeg(drawn));
    }

    private static byte[] jpeg(BufferedImage drawn) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(0.9f);
            writer.write(null, new IIOImage(drawn, null, null), quality);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
