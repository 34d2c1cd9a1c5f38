package fr.pli.exchange.preview;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** The process that draws: reads one file from its input, writes one {@link Answer} to its output, ends. */
final class Drawer {

    private Drawer() {}

    public static void main(String[] arguments) throws IOException {
        var answer = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        // whatever a library prints is no part of the answer
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, java.nio.charset.StandardCharsets.UTF_8));
        var question = new DataInputStream(new FileInputStream(FileDescriptor.in));
        String mediaType = question.readUTF();
        int page = question.readInt();
        byte[] file = question.readNBytes(question.readInt());
        try {
            Preview preview = mediaType.equals("application/pdf")
                    ? PdfDrawing.draw(file, page)
                    : ImageDrawing.draw(file, mediaType, page);
            Answer.write(answer, preview, Objects.requireNonNull(preview.picture()));
        } catch (InvalidPasswordException locked) {
            answer.writeByte(Answer.LOCKED);
        } catch (NoPageException none) {
            answer.writeByte(Answer.NO_PAGE);
        } catch (IOException | RuntimeException | StackOverflowError undrawable) {
            answer.writeByte(Answer.UNDRAWABLE);
        }
        answer.flush();
        Runtime.getRuntime().halt(0);
    }

    /** The file has no such page. */
    static final class NoPageException extends IOException {

        @java.io.Serial
        private static final long serialVersionUID = 1;
    }
}
