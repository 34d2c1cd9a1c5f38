package fr.pli.exchange.message;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.upload.UploadMetadata;
import fr.pli.exchange.upload.Uploads;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Correspondence for tests: people who write to each other, and messages in every state. */
@Component
public class Correspondence {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Messaging messaging;
    private final Uploads uploads;
    private final Clock clock;
    private final MessageRecords records;
    private final Dispatch dispatch;
    private final Units units;

    Correspondence(
            JdbcClient jdbc,
            Directory directory,
            Messaging messaging,
            Uploads uploads,
            Clock clock,
            MessageRecords records,
            Dispatch dispatch,
            Units units) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.messaging = messaging;
        this.uploads = uploads;
        this.clock = clock;
        this.records = records;
        this.dispatch = dispatch;
        this.units = units;
    }

    /** As the sweep of waiting messages does. */
    public void evaluate(UUID message) {
        units.run(() -> records.lock(message).ifPresent(dispatch::evaluate));
    }

    public Person clerk() {
        return person("Claire", "Morel", Profile.GREFFIER, PersonState.ACTIVE);
    }

    public Person partner() {
        return person("Pascal", "Gauthier", Profile.PARTNER, PersonState.ACTIVE);
    }

    public Person person(String first, String last, Profile profile, PersonState state) {
        UUID id = Ids.next(clock.instant());
        jdbc.sql("insert into organisation (id, name, kind, version) values (:id, :name, 'BODY', 0)")
                .param("id", id)
                .param("name", "Organisation " + id)
                .update();
        jdbc.sql("""
                        insert into person (id, version, email, first_name, last_name, organisation, profile, state,
                                            language, time_zone, identity, created_at)
                        values (:id, 0, :email, :first, :last, :id, :profile, :state, 'fr', 'Europe/Paris', :id, :now)
                        """)
                .param("id", id)
                .param("email", id + "@exemple.fr")
                .param("first", first)
                .param("last", last)
                .param("profile", profile.name())
                .param("state", state.name())
                .param("now", clock.instant())
                .update();
        return directory.find(id).orElseThrow();
    }

    public void becomes(Person person, PersonState state) {
        jdbc.sql("update person set state = :state where id = :id")
                .param("state", state.name())
                .param("id", person.id())
                .update();
    }

    /** A draft that says everything and carries nothing yet. */
    public UUID draft(Person from, Person... to) {
        UUID draft = messaging.draft(from, Origin.LETTER, Retention.days(15));
        messaging.edit(from, draft, Arrays.stream(to).map(Person::email).toList(), "Pièces du dossier", "Bonjour", 15);
        return draft;
    }

    /** A message with a comment only, already in the box. */
    public UUID sent(Person from, Person... to) {
        UUID draft = draft(from, to);
        messaging.send(from, draft);
        return draft;
    }

    /** An upload that was announced, of which nothing has come yet. */
    public UUID begun(Person from, UUID draft, String path, long length) {
        String metadata = "container " + base64(draft.toString()) + ",relativePath " + base64(path);
        return uploads.create(from, length, UploadMetadata.parse(metadata)).file();
    }

    /** A file that arrived and waits for its verdict. */
    public UUID attached(Person from, UUID draft, String path) {
        byte[] bytes = ("contenu de " + path).getBytes(StandardCharsets.UTF_8);
        UUID file = begun(from, draft, path, bytes.length);
        uploads.append(from, file, 0, bytes.length, null, new ByteArrayInputStream(bytes));
        return file;
    }

    public MessageState state(UUID message) {
        return MessageState.valueOf(jdbc.sql("select state from message where id = :id")
                .param("id", message)
                .query(String.class)
                .single());
    }

    public long facts(String kind, UUID message) {
        return jdbc.sql("select count(*) from event where kind = :kind and message = :message")
                .param("kind", kind)
                .param("message", message)
                .query(Long.class)
                .single();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
