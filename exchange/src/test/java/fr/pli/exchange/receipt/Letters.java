package fr.pli.exchange.receipt;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.attachment.CleanFiles;
import fr.pli.exchange.attachment.Deposits;
import fr.pli.exchange.attachment.StoredFiles;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.message.Messaging;
import fr.pli.exchange.message.Origin;
import fr.pli.exchange.message.Retention;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Tasks;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.Eventually;
import fr.pli.exchange.upload.UploadCreated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters for tests: sent by the product itself, with files that are already found clean. */
@Component("receiptLetters")
public class Letters {

    private final Messaging messaging;
    private final Messages messages;
    private final StoredFiles files;
    private final Deposits deposits;
    private final CleanFiles clean;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final Tasks tasks;
    private final Units units;
    private final JdbcClient jdbc;
    private final Clock clock;

    Letters(
            Messaging messaging,
            Messages messages,
            StoredFiles files,
            Deposits deposits,
            CleanFiles clean,
            Directory directory,
            ApplicationEventPublisher events,
            Tasks tasks,
            Units units,
            JdbcClient jdbc,
            Clock clock) {
        this.messaging = messaging;
        this.messages = messages;
        this.files = files;
        this.deposits = deposits;
        this.clean = clean;
        this.directory = directory;
        this.events = events;
        this.tasks = tasks;
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Person greffier() {
        return person(Profile.GREFFIER);
    }

    public Person partner() {
        return person(Profile.PARTNER);
    }

    private Person person(Profile profile) {
        UUID id = deposits.owner();
        jdbc.sql("update person set profile = ?, last_name = ? where id = ?")
                .params(profile.name(), "N" + id.toString().substring(24), id)
                .update();
        return directory.find(id).orElseThrow();
    }

    public void suspend(Person person) {
        jdbc.sql("update person set state = 'SUSPENDED' where id = ?")
                .param(person.id())
                .update();
    }

    public Person english(Person person) {
        jdbc.sql("update person set language = 'en' where id = ?")
                .param(person.id())
                .update();
        return directory.find(person.id()).orElseThrow();
    }

    /** A letter that lives 15 days. */
    public Message sent(Person sender, List<Person> recipients, Map<String, byte[]> contents) {
        return sent(sender, recipients, 15, contents);
    }

    public Message sent(Person sender, List<Person> recipients, int days, Map<String, byte[]> contents) {
        UUID draft = messaging.draft(sender, Origin.LETTER, Retention.days(days));
        messaging.edit(sender, draft, recipients.stream().map(Person::email).toList(), "Pièces du dossier", "", days);
        contents.forEach((path, content) -> attach(sender, draft, path, content));
        if (contents.isEmpty()) {
            messaging.edit(
                    sender, draft, recipients.stream().map(Person::email).toList(), "Sans pièce", "Bonjour.", days);
        }
        messaging.send(sender, draft);
        return messages.find(draft).orElseThrow();
    }

    /** A letter that is begun and not sent. */
    public UUID draft(Person author) {
        UUID draft = messaging.draft(author, Origin.LETTER, Retention.days(15));
        messaging.edit(author, draft, List.of(), "Brouillon", "", 15);
        return draft;
    }

    /** What is no letter, posted there: {@link fr.pli.exchange.message.BoxRule} decides about it. */
    public Message deposited(Person sender, Origin origin, Map<String, byte[]> contents) {
        UUID draft = messaging.draft(sender, origin, Retention.unlimited());
        messaging.edit(sender, draft, List.of(), "Dire n° 1", "", 15);
        contents.forEach((path, content) -> attach(sender, draft, path, content));
        messaging.send(sender, draft);
        return messages.find(draft).orElseThrow();
    }

    public Message message(Message message) {
        return messages.find(message.id()).orElseThrow();
    }

    private void attach(Person sender, UUID draft, String path, byte[] content) {
        UUID file = units.call(() -> {
            UUID id = files.create(sender.id(), content.length, clock.instant().plus(Duration.ofDays(7)));
            events.publishEvent(new UploadCreated(id, sender.id(), draft, path, content.length));
            return id;
        });
        try {
            deposits.append(file, content, 0, content.length);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        tasks.cancel("analysis", file.toString());
        clean.clean(file, content);
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public static UUID unknown() {
        return Ids.next(Clock.systemUTC().instant());
    }

    /** Until it is written that this many files were downloaded: after the last byte, so a reader may be faster. */
    public void awaitDownloads(Message message, int files) {
        Eventually.until(files + " downloads are written", () -> facts("download.completed", message) == files);
    }

    /** Facts of that kind about the message. */
    public long facts(String kind, Message message) {
        return jdbc.sql("select count(*) from event where kind = ? and message = ?")
                .params(kind, message.id())
                .query(Long.class)
                .single();
    }
}
