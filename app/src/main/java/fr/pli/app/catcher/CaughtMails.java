package fr.pli.app.catcher;

import fr.pli.exchange.platform.Ids;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The caught mails: one file {@code <id>.eml} each, as it came, in a folder; the id begins with its time. */
public final class CaughtMails {

    private static final String ENDING = ".eml";
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");
    private static final Session SESSION = Session.getInstance(new Properties());

    private final Path folder;
    private final Clock clock;

    CaughtMails(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    void store(InputStream content) throws IOException {
        Files.createDirectories(folder);
        UUID id = Ids.next(clock.instant());
        Path unfinished = folder.resolve(id + ".part");
        Files.copy(content, unfinished);
        Files.move(unfinished, file(id), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Newest first. @param before id of the last one shown, null to begin */
    public List<CaughtMail> newest(@Nullable UUID before, int limit) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(name -> before == null || name.compareTo(before.toString()) < 0)
                    .sorted(Comparator.reverseOrder())
                    .limit(limit)
                    .map(name -> find(UUID.fromString(name)))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Optional<CaughtMail> find(UUID id) {
        Path file = file(id);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream content = Files.newInputStream(file)) {
            return Optional.of(read(id, new MimeMessage(SESSION, content)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (MessagingException malformed) {
            return Optional.of(
                    new CaughtMail(id, time(id), "", "", file.getFileName().toString(), List.of(), null));
        }
    }

    private Path file(UUID id) {
        return folder.resolve(id + ENDING);
    }

    private static CaughtMail read(UUID id, MimeMessage mail) throws MessagingException, IOException {
        String text = part(mail, "text/plain");
        return new CaughtMail(
                id,
                time(id),
                addresses(mail.getFrom()),
                addresses(mail.getAllRecipients()),
                Optional.ofNullable(mail.getSubject()).orElse(""),
                pieces(text == null ? "" : text),
                part(mail, "text/html"));
    }

    private static Instant time(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    private static String addresses(jakarta.mail.Address @Nullable [] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses)
                        .map(address -> address instanceof InternetAddress internet
                                ? internet.toUnicodeString()
                                : address.toString())
                        .collect(Collectors.joining(", "));
    }

    private static @Nullable String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = part(inner, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static List<CaughtMail.Piece> pieces(String text) {
        var pieces = new ArrayList<CaughtMail.Piece>();
        Matcher links = LINK.matcher(text);
        int from = 0;
        while (links.find()) {
            pieces.add(new CaughtMail.Piece(text.substring(from, links.start()), false));
            pieces.add(new CaughtMail.Piece(links.group(), true));
            from = links.end();
        }
        pieces.add(new CaughtMail.Piece(text.substring(from), false));
        return pieces;
    }
}
