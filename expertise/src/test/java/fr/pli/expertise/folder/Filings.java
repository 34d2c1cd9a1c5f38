package fr.pli.expertise.folder;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.CleanFiles;
import fr.pli.exchange.attachment.StoredFiles;
import fr.pli.exchange.attachment.Verdicts;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.platform.Tasks;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.receipt.Downloads;
import fr.pli.exchange.receipt.Offer;
import fr.pli.exchange.upload.UploadCreated;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deposits for tests, made by the product itself; their files are found clean when the test says so. */
@Component
public class Filings {

    private final Deposits deposits;
    private final Documents documents;
    private final DocumentRows rows;
    private final Folders folders;
    private final StoredFiles files;
    private final fr.pli.exchange.attachment.Deposits bytes;
    private final CleanFiles clean;
    private final Verdicts verdicts;
    private final Downloads downloads;
    private final Messages messages;
    private final ApplicationEventPublisher events;
    private final Tasks tasks;
    private final Units units;
    private final JdbcClient jdbc;
    private final Clock clock;

    Filings(
            Deposits deposits,
            Documents documents,
            DocumentRows rows,
            Folders folders,
            StoredFiles files,
            fr.pli.exchange.attachment.Deposits bytes,
            CleanFiles clean,
            Verdicts verdicts,
            Downloads downloads,
            Messages messages,
            ApplicationEventPublisher events,
            Tasks tasks,
            Units units,
            JdbcClient jdbc,
            Clock clock) {
        this.deposits = deposits;
        this.documents = documents;
        this.rows = rows;
        this.folders = folders;
        this.files = files;
        this.bytes = bytes;
        this.clean = clean;
        this.verdicts = verdicts;
        this.downloads = downloads;
        this.messages = messages;
        this.events = events;
        this.tasks = tasks;
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Deposited, confirmed and clean: what it became, in the order of the names. */
    public List<Document> deposited(Person author, UUID folder, String... names) {
        UUID message = draft(author, folder, names);
        deposits.confirm(author, message, true);
        return documents.of(message);
    }

    /** One document. */
    public Document one(Person author, UUID folder, String name) {
        return deposited(author, folder, name).getFirst();
    }

    /** A draft whose files are clean already. */
    public UUID draft(Person author, UUID folder, String... names) {
        UUID message = deposits.begin(author, folders.find(folder).orElseThrow());
        for (String name : names) {
            attach(author, message, name, content(name), true);
        }
        return message;
    }

    /** A draft with one file that still waits for its verdict. */
    public UUID unanalysed(Person author, UUID folder, String name) {
        UUID message = deposits.begin(author, folders.find(folder).orElseThrow());
        attach(author, message, name, content(name), false);
        return message;
    }

    /** The file of a draft or document that was attached under that name. */
    public UUID file(UUID message, String name) {
        return messages.find(message).orElseThrow().attachments().stream()
                .filter(attachment -> attachment.path().equals(name))
                .findFirst()
                .orElseThrow()
                .file();
    }

    public UUID attach(Person author, UUID message, String name, byte[] content, boolean found) {
        UUID file = units.call(() -> {
            UUID id = files.create(author.id(), content.length, clock.instant().plus(Duration.ofDays(7)));
            events.publishEvent(new UploadCreated(id, author.id(), message, name, content.length));
            return id;
        });
        try {
            bytes.append(file, content, 0, content.length);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        tasks.cancel("analysis", file.toString());
        if (found) {
            clean.clean(file, content);
        }
        return file;
    }

    public void clean(UUID file) {
        verdicts.clean(file);
    }

    public void infected(UUID file) {
        verdicts.infected(file);
    }

    /** Downloads the whole document. */
    public byte[] download(Person reader, Document document) {
        Offer offer = downloads.file(reader, document.message(), document.file());
        var out = new ByteArrayOutputStream();
        try {
            offer.handOver(0, offer.length(), out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    public Document now(Document document) {
        return rows.find(document.id()).orElseThrow();
    }

    /** Facts of that kind about a message. */
    public long facts(String kind, UUID message) {
        return jdbc.sql("select count(*) from event where kind = ? and message = ?")
                .params(kind, message)
                .query(Long.class)
                .single();
    }

    /** The details of the last fact of that kind about an expertise, as they are kept. */
    public String details(String kind, UUID expertise) {
        return jdbc.sql("select details from event where kind = ? and subject = ? order by id desc limit 1")
                .params(kind, expertise)
                .query(String.class)
                .single();
    }

    private static byte[] content(String name) {
        return ("Contenu de " + name).getBytes(StandardCharsets.UTF_8);
    }
}
