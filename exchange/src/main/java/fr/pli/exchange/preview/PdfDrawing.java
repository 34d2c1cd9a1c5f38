package fr.pli.exchange.preview;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** One page of a PDF by PDFBox, which runs no script, follows no link and opens no embedded file. */
final class PdfDrawing {

    private PdfDrawing() {}

    static Preview draw(byte[] file, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBuffer(file), "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (page < 1 || page > document.getNumberOfPages()) {
                throw new Drawer.NoPageException();
            }
            var renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            BufferedImage drawn = renderer.renderImage(
                    page - 1, scale(document.getPage(page - 1).getCropBox()), ImageType.RGB);
            String text = text(document, page);
            boolean cut = text.length() > Answer.MOST_TEXT;
            return new Preview(
                    document.getNumberOfPages(),
                    page,
                    cut ? text.substring(0, Answer.MOST_TEXT) : text,
                    cut,
                    Pictures.encoded(drawn));
        }
    }

    /** A page of any size, however absurd, becomes a picture of about the same. */
    private static float scale(PDRectangle box) throws IOException {
        float longest = Math.max(box.getWidth(), box.getHeight());
        float shortest = Math.min(box.getWidth(), box.getHeight());
        float scale = Pictures.LONGEST / longest;
        if (!(shortest > 0) || !(shortest * scale >= 1)) {
            throw new IOException("a page without a surface");
        }
        return scale;
    }

    private static String text(PDDocument document, int page) {
        try {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document).strip();
        } catch (IOException | RuntimeException damaged) {
            return "";
        }
    }
}
