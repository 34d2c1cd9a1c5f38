package fr.pli.exchange.message.web;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.attachment.StoredFile;
import fr.pli.exchange.attachment.StoredFiles;
import fr.pli.exchange.message.BoxPage;
import fr.pli.exchange.message.BoxQuery;
import fr.pli.exchange.message.BoxRow;
import fr.pli.exchange.message.Boxes;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageRefusal;
import fr.pli.exchange.message.MessageState;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.message.Messaging;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Boxes and messages for programs (P-1). Reading a message here does not count as seen: the receipts' own route does. */
@RestController
@RequestMapping("/api/v1/messages")
class MessageApi {

    private final Boxes boxes;
    private final Messages messages;
    private final Messaging messaging;
    private final StoredFiles files;
    private final Directory directory;
    private final Clock clock;

    MessageApi(
            Boxes boxes, Messages messages, Messaging messaging, StoredFiles files, Directory directory, Clock clock) {
        this.boxes = boxes;
        this.messages = messages;
        this.messaging = messaging;
        this.files = files;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param box {@code inbox} (default) or {@code sent} */
    @GetMapping
    DraftApi.Items<Line> list(
            @SignedIn Person person,
            @RequestParam(defaultValue = "inbox") String box,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        BoxQuery query = BoxAsked.of(q, sort, filter, after).query(limit);
        BoxPage page = box.equals("sent") ? boxes.sent(person, query) : boxes.inbox(person, query);
        return new DraftApi.Items<>(page.rows().stream().map(this::line).toList(), page.next());
    }

    /** For its sender, its recipients, and whoever its origin's rule admits; its files only while it is available. */
    @GetMapping("/{id}")
    Shown get(@SignedIn Person person, @PathVariable UUID id) {
        Message message = messages.find(id)
                .filter(found -> found.availableAt() != null)
                .filter(found ->
                        own(person, found) || messages.decide(person, found).allowed())
                .orElseThrow(MessageRefusal.UNKNOWN::with);
        Map<UUID, StoredFile> stored = files.findAll(
                message.attachments().stream().map(Message.Attachment::file).toList());
        boolean own = own(person, message);
        return new Shown(
                message.id(),
                message.reference(),
                state(message.state(), message.endsAt()),
                directory.find(message.sender()).map(MessageApi::who).orElse(null),
                message.sentBy() == null
                        ? null
                        : directory.find(message.sentBy()).map(MessageApi::who).orElse(null),
                own || !message.origin().letter() ? who(message.recipients()) : List.of(who(person)),
                message.subject(),
                message.comment(),
                message.availableAt(),
                message.endsAt(),
                message.attachments().stream()
                        .filter(a -> own
                                || messages.decide(person, message, a.file()).allowed())
                        .map(a -> shown(a, stored.get(a.file())))
                        .toList());
    }

    /** What is no letter is nobody's own: its rule decides, for its sender too (M-3). */
    private static boolean own(Person person, Message message) {
        return message.origin().letter() && message.sender().equals(person.id());
    }

    /** Recipients lose access at once. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@SignedIn Person person, @PathVariable UUID id) {
        messages.sentBy(person, id);
        messaging.delete(person, id);
    }

    private Line line(BoxRow row) {
        return new Line(
                row.id(),
                row.reference(),
                row.subject(),
                state(row.state(), row.endsAt()),
                row.people().stream().map(MessageApi::who).toList(),
                row.others(),
                row.sentBy() == null ? null : who(row.sentBy()),
                row.files(),
                row.bytes(),
                row.availableAt(),
                row.endsAt(),
                row.unread());
    }

    /** The clock decides, whatever the jobs have done (U-13). */
    private MessageState state(MessageState state, @Nullable Instant end) {
        return state == MessageState.SENT && end != null && !clock.instant().isBefore(end)
                ? MessageState.EXPIRED
                : state;
    }

    private List<Who> who(List<UUID> ids) {
        Map<UUID, Person> people = directory.findAll(ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(people.get(id)).stream())
                .map(MessageApi::who)
                .toList();
    }

    private static Who who(Person person) {
        return new Who(person.id(), person.name(), person.email(), person.organisation());
    }

    private static FileShown shown(Message.Attachment attachment, @Nullable StoredFile stored) {
        return new FileShown(
                attachment.file(),
                attachment.path(),
                attachment.length(),
                stored == null ? null : stored.mediaType(),
                stored == null ? null : stored.sha256(),
                stored == null ? "ERASED" : stored.state().name());
    }

    record Who(UUID id, String name, String email, String organisation) {}

    /** @param people the sender in the inbox, the first recipients in what was sent; {@code others} more. @param sentBy who sent it for the sender with a delegation */
    record Line(
            UUID id,
            String reference,
            String subject,
            MessageState state,
            List<Who> people,
            int others,
            @Nullable Who sentBy,
            int files,
            long bytes,
            Instant availableAt,
            @Nullable Instant endsAt,
            boolean unread) {}

    /** @param sentBy who sent it for the sender with a delegation. @param recipients all of them for the sender; a recipient sees only themselves */
    record Shown(
            UUID id,
            @Nullable String reference,
            MessageState state,
            @Nullable Who sender,
            @Nullable Who sentBy,
            List<Who> recipients,
            String subject,
            String comment,
            @Nullable Instant availableAt,
            @Nullable Instant endsAt,
            List<FileShown> files) {}

    record FileShown(
            UUID id,
            String path,
            long length,
            @Nullable String mediaType,
            @Nullable String sha256,
            String state) {}
}
