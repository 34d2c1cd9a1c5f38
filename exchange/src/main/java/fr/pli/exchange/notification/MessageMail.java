package fr.pli.exchange.notification;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.StoredFile;
import fr.pli.exchange.attachment.StoredFiles;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.MailView;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.Messages;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What all mails about a message say, and the questions each of them asks again at every attempt. */
@Component
class MessageMail {

    private final Messages messages;
    private final Directory directory;
    private final StoredFiles files;
    private final MessageSource sentences;
    private final Clock clock;

    MessageMail(Messages messages, Directory directory, StoredFiles files, MessageSource sentences, Clock clock) {
        this.messages = messages;
        this.directory = directory;
        this.files = files;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** The message a mail is about, with those its words name: sender, hand and the mail's reader, read together. */
    Optional<About> about(Letter letter) {
        return Optional.ofNullable(letter.subject()).flatMap(messages::find).map(message -> {
            Set<UUID> named = Stream.of(message.sender(), message.sentBy(), letter.reader())
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            return new About(message, letter.reader(), directory.findAll(named));
        });
    }

    /** The message, if the mail's reader is its sender and may still be written to. */
    Optional<About> sentBy(Letter letter) {
        return about(letter)
                .filter(about -> about.message().sender().equals(letter.reader()))
                .filter(About::receives);
    }

    /** The message, if the mail's reader is one of its recipients and may still be written to. */
    Optional<About> receivedBy(Letter letter) {
        return about(letter)
                .filter(about ->
                        letter.reader() != null && about.message().readers().contains(letter.reader()))
                .filter(About::receives);
    }

    boolean available(About about) {
        return about.message().available(clock.instant());
    }

    /** « Z pour Y » where a delegation was used. */
    String name(UUID person, UUID hand, Locale language) {
        return person.equals(hand)
                ? name(person)
                : Objects.requireNonNull(
                        sentences.getMessage("delegation.hand", new Object[] {name(hand), name(person)}, language));
    }

    String name(@Nullable UUID person) {
        return person == null ? "" : directory.find(person).map(Person::name).orElse("");
    }

    /** Subject, reference, link, sender, recipients, end and files. */
    Map<String, Object> model(About about) {
        Message message = about.message();
        Person sender = about.people().get(message.sender());
        Person hand = message.sentBy() == null ? null : about.people().get(message.sentBy());
        var model = new HashMap<String, Object>();
        model.put("subjectArguments", List.of(message.subject()));
        model.put("message", message);
        model.put("sender", sender == null ? "" : full(sender));
        model.put("hand", hand == null ? "" : hand.name());
        model.put("author", sender == null ? "" : sender.name());
        model.put("files", lines(message));
        model.put("link", "/messages/" + message.id());
        if (message.reference() != null) {
            model.put("reference", message.reference());
        }
        return model;
    }

    /** As {@link #model}, with those files only that somebody lacks. */
    Map<String, Object> missing(About about, List<UUID> missing) {
        Map<String, Object> model = model(about);
        model.put(
                "files",
                lines(about.message()).stream()
                        .filter(line -> missing.contains(line.id()))
                        .toList());
        return model;
    }

    List<String> recipients(Message message) {
        return people(message.recipients());
    }

    List<String> people(List<UUID> ids) {
        Map<UUID, Person> people = directory.findAll(ids);
        return ids.stream()
                .map(people::get)
                .filter(person -> person != null)
                .map(person -> full(person) + " <" + person.email() + ">")
                .toList();
    }

    static MailView view(NoticeKind kind, Function<Letter, Optional<Map<String, Object>>> says) {
        return new View(Objects.requireNonNull(kind.template()), says);
    }

    /** A mail that no notice in the application goes with. */
    static MailView view(String template, Function<Letter, Optional<Map<String, Object>>> says) {
        return new View(template, says);
    }

    private static String full(Person person) {
        return person.name() + " (" + person.organisation() + ")";
    }

    private List<Line> lines(Message message) {
        Map<UUID, StoredFile> stored = files.findAll(
                message.attachments().stream().map(Message.Attachment::file).toList());
        return message.attachments().stream()
                .map(attachment -> {
                    StoredFile file = stored.get(attachment.file());
                    return new Line(
                            attachment.file(),
                            attachment.path(),
                            attachment.length(),
                            file == null ? null : file.sha256(),
                            null);
                })
                .toList();
    }

    /** @param people by id; who is no longer in the directory is absent */
    record About(Message message, @Nullable UUID reader, Map<UUID, Person> people) {

        boolean receives() {
            Person person = reader == null ? null : people.get(reader);
            return person != null && Post.receives(person);
        }
    }

    private record View(String template, Function<Letter, Optional<Map<String, Object>>> says) implements MailView {

        @Override
        public Optional<Map<String, Object>> model(Letter letter) {
            return says.apply(letter);
        }
    }

    /**
     * A file in a mail.
     *
     * @param at when it was downloaded, where the mail tells that
     */
    record Line(
            UUID id,
            String path,
            long length,
            @Nullable String fingerprint,
            @Nullable Instant at) {

        Line at(Instant when) {
            return new Line(id, path, length, fingerprint, when);
        }
    }
}
