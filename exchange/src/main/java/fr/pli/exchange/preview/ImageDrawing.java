package fr.pli.exchange.preview;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** One page of an image by the JDK's own decoders, only the one of the detected type. */
final class ImageDrawing {

    private static final Map<String, String> DECODERS = Map.of(
            "image/png", "png",
            "image/jpeg", "jpeg",
            "image/gif", "gif",
            "image/bmp", "bmp",
            "image/tiff", "tiff");

    private ImageDrawing() {}

    static Preview draw(byte[] file, String mediaType, int page) throws IOException {
        ImageIO.setUseCache(false);
        ImageReader reader = ImageIO.getImageReadersByFormatName(DECODERS.getOrDefault(mediaType, "none"))
                .next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, false, true);
            // only these hold several pages: of a GIF the first picture is shown
            int pages = mediaType.equals("image/tiff") ? Math.max(1, reader.getNumImages(true)) : 1;
            if (page < 1 || page > pages) {
                throw new Drawer.NoPageException();
            }
            BufferedImage decoded = reader.read(page - 1, thinned(reader, page - 1));
            BufferedImage fitted = Pictures.fitted(decoded);
            int orientation = mediaType.equals("image/jpeg") ? Orientation.of(file) : 1;
            return new Preview(pages, page, "", false, Pictures.encoded(Orientation.upright(fitted, orientation)));
        } finally {
            reader.dispose();
        }
    }

    /** Of a huge image only every n-th pixel is kept while it is decoded. */
    private static ImageReadParam thinned(ImageReader reader, int index) throws IOException {
        ImageReadParam parameters = reader.getDefaultReadParam();
        int longest = Math.max(reader.getWidth(index), reader.getHeight(index));
        int every = Math.max(1, longest / (2 * Pictures.LONGEST));
        parameters.setSourceSubsampling(every, every, 0, 0);
        return parameters;
    }
}
