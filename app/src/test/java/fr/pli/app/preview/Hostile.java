package fr.pli.app.preview;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** Files that somebody would send to harm who opens them, and some that are what they seem. */
final class Hostile {

    static final String SCRIPT = "app.alert('pli-was-here')";

    private Hostile() {}

    /** A PDF of so many pages, each saying its number. */
    static byte[] pdf(int pages) throws IOException {
        try (var document = new PDDocument()) {
            write(document, pages);
            return bytes(document);
        }
    }

    /** Runs a script when it is opened, in programs that let it. */
    static byte[] pdfWithScript() throws IOException {
        try (var document = new PDDocument()) {
            write(document, 1);
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript(SCRIPT));
            return bytes(document);
        }
    }

    static byte[] lockedPdf() throws IOException {
        try (var document = new PDDocument()) {
            write(document, 1);
            var policy = new StandardProtectionPolicy("owner", "user", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            return bytes(document);
        }
    }

    /** A few kilobytes that become half a gigabyte when the page's content is decoded. */
    static byte[] pdfBomb() throws IOException {
        byte[] once = deflated(1 << 29);
        var pdf = new ByteArrayOutputStream();
        pdf.writeBytes(ascii("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n"
                + "4 0 obj<</Length " + once.length + "/Filter/FlateDecode>>stream\n"));
        pdf.writeBytes(once);
        pdf.writeBytes(ascii("\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>\n%%EOF\n"));
        return pdf.toByteArray();
    }

    /** A page that draws itself, which draws itself. */
    static byte[] pdfOfItself() {
        return ascii("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e30 1e-30]/Contents 4 0 R"
                + "/Resources<</XObject<</X 5 0 R>>>>>>endobj\n"
                + "4 0 obj<</Length 5>>stream\n/X Do\nendstream endobj\n"
                + "5 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 11>>"
                + "stream\n/X Do /X Do\nendstream endobj\ntrailer<</Root 1 0 R/Size 6>>\n%%EOF\n");
    }

    /** An image of forty thousand pixels a side, 6.4 GB once decoded, in a few kilobytes. */
    static byte[] hugePng() throws IOException {
        return png(40_000, 40_000, deflated(64 << 20));
    }

    /** A small picture, and behind its last byte a page with a script. */
    static byte[] pngWithPageBehind() throws IOException {
        var both = new ByteArrayOutputStream();
        both.writeBytes(picture(64, 48));
        both.writeBytes(ascii("<html><script>" + SCRIPT + "</script></html>"));
        return both.toByteArray();
    }

    /** A photograph of a camera that was held upright: 64 by 48 pixels, to be turned by a quarter. */
    static byte[] uprightPhotograph() throws IOException {
        byte[] plain = picture("jpeg", 64, 48);
        var turned = new ByteArrayOutputStream();
        turned.write(plain, 0, 2);
        turned.writeBytes(ByteBuffer.allocate(36)
                .putShort((short) 0xFFE1)
                .putShort((short) 34)
                .put(ascii("Exif\0\0MM\0*"))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .array());
        turned.write(plain, 2, plain.length - 2);
        return turned.toByteArray();
    }

    static byte[] picture(int width, int height) throws IOException {
        return picture("png", width, height);
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.ORANGE);
        canvas.fillRect(0, 0, width, height);
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    static byte[] svg() {
        return ascii("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"" + SCRIPT + "\"><script>" + SCRIPT
                + "</script></svg>");
    }

    static byte[] html() {
        return ascii("<!DOCTYPE html><html><body><script>" + SCRIPT + "</script><img src=x onerror=\"" + SCRIPT
                + "\"></body></html>");
    }

    private static void write(PDDocument document, int pages) throws IOException {
        for (int number = 1; number <= pages; number++) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
                content.newLineAtOffset(72, 700);
                content.showText("Ordonnance, feuillet " + number);
                content.endText();
            }
        }
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private static byte[] deflated(int zeros) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            byte[] piece = new byte[1 << 20];
            for (int written = 0; written < zeros; written += piece.length) {
                out.write(piece);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] png(int width, int height, byte[] data) {
        var png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 6, 0, 0, 0})
                        .array());
        chunk(png, "IDAT", data);
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        var crc = new CRC32();
        crc.update(ascii(type));
        crc.update(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(ascii(type));
        png.writeBytes(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
