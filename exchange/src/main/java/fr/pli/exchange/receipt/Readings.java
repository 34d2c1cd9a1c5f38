package fr.pli.exchange.receipt;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.StoredFile;
import fr.pli.exchange.attachment.StoredFiles;
import fr.pli.exchange.message.Decision;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageOpened;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.message.Messaging;
import fr.pli.exchange.preview.Previews;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the page of a message shows: to its sender who had what, to a recipient what it brings. */
@Service
public class Readings {

    private final Messages messages;
    private final Messaging messaging;
    private final StoredFiles files;
    private final Directory directory;
    private final Receipts receipts;
    private final ObjectProvider<Announcements> announcements;
    private final Traces traces;
    private final Glances glances;
    private final Previews previews;
    private final SeenTable seenTable;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    Readings(
            Messages messages,
            Messaging messaging,
            StoredFiles files,
            Directory directory,
            Receipts receipts,
            ObjectProvider<Announcements> announcements,
            Traces traces,
            Glances glances,
            Previews previews,
            SeenTable seenTable,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.messages = messages;
        this.messaging = messaging;
        this.files = files;
        this.directory = directory;
        this.receipts = receipts;
        this.announcements = announcements;
        this.traces = traces;
        this.glances = glances;
        this.previews = previews;
        this.seenTable = seenTable;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** A letter: empty when {@code person} did not send it, or has not sent it yet. */
    public Optional<Sent> sent(Person person, UUID id) {
        return messages.find(id)
                .filter(message -> message.origin().letter())
                .filter(message -> message.sender().equals(person.id()) && message.availableAt() != null)
                .map(this::sent);
    }

    /** Whether {@code person} is still preparing a letter, or it waits for its files. */
    public boolean preparing(Person person, UUID id) {
        return messages.find(id)
                .filter(message -> message.origin().letter())
                .filter(message -> message.sender().equals(person.id()) && message.availableAt() == null)
                .isPresent();
    }

    /**
     * Opening counts as seen: the first time, for a recipient. What was told about it is no news any more. Of what
     * is no letter its owner records who saw it.
     */
    public void open(Person reader, UUID id) {
        messages.find(id).ifPresent(message -> {
            if (!message.origin().letter()) {
                if (messages.decide(reader, message).allowed()) {
                    events.publishEvent(new MessageOpened(id, reader.id()));
                }
                return;
            }
            boolean recipient = message.readers().contains(reader.id());
            if (recipient && messages.decide(reader, message).allowed()) {
                messaging.seen(reader, id);
            }
            if (recipient || message.sender().equals(reader.id())) {
                events.publishEvent(new MessageOpened(id, reader.id()));
            }
        });
    }

    /**
     * Refuses like an unknown id whoever may not and might not have read it; an expired one is shown without its bytes.
     * Files that the reader may not have are not listed.
     */
    public Received received(Person reader, UUID id) {
        Message message = messages.find(id)
                .filter(found -> expired(messages.decide(reader, found)))
                .orElseGet(() -> messages.readable(reader, id));
        Map<UUID, Receipt> mine = receipts.of(id).stream()
                .filter(receipt -> receipt.reader().equals(reader.id()))
                .collect(Collectors.toMap(Receipt::file, Function.identity(), Receipt::further));
        Map<UUID, Glance> looked = glances.of(id).stream()
                .filter(glance -> glance.reader().equals(reader.id()))
                .collect(Collectors.toMap(Glance::file, Function.identity(), (first, later) -> first));
        boolean readable = messages.decide(reader, message).allowed();
        return new Received(
                message,
                directory.find(message.sender()).orElse(null),
                message.sentBy() == null ? null : name(message.sentBy()),
                readable,
                lines(message).stream()
                        .filter(line -> !readable
                                || messages.decide(reader, message, line.id()).allowed())
                        .map(line -> new Received.Line(line, mine.get(line.id()), looked.get(line.id())))
                        .toList());
    }

    private String name(UUID person) {
        return directory.find(person).map(Person::name).orElse("");
    }

    private static boolean expired(Decision decision) {
        return decision.reason().equals("expired");
    }

    private Sent sent(Message message) {
        List<FileLine> lines = lines(message);
        List<Through> through = through(message.id());
        Map<UUID, Person> people = directory.findAll(
                Stream.concat(message.recipients().stream(), through.stream().map(Through::person))
                        .distinct()
                        .toList());
        Map<UUID, Instant> seen = seenTable.of(message.id());
        Map<UUID, String> seenBy = seenTable.hands(message.id());
        Optional<Announcements> notices = announcements.stream().findFirst();
        Map<UUID, Announcements.Told> told =
                notices.map(known -> known.of(message.id())).orElse(Map.of());
        Map<UUID, List<Announcements.Reminded>> reminded =
                notices.map(known -> known.reminders(message.id())).orElse(Map.of());
        Map<UUID, Uncollected> uncollected = receipts.uncollected(message.id()).stream()
                .collect(Collectors.toMap(Uncollected::person, Function.identity()));
        Map<UUID, List<Receipt>> had =
                receipts.of(message.id()).stream().collect(Collectors.groupingBy(Receipt::reader));
        Map<UUID, List<Glance>> looked =
                glances.of(message.id()).stream().collect(Collectors.groupingBy(Glance::reader));
        var known = new Known(lines, people, told, reminded, seen, seenBy, had, uncollected, looked);
        List<Sent.Reader> readers = message.recipients().stream()
                .map(id -> known.named(
                        id,
                        through.stream()
                                .filter(member -> member.office().equals(id))
                                .map(member -> known.member(member.person(), member.former()))
                                .filter(member -> !member.former() || member.seenAt() != null || member.begun())
                                .toList()))
                .toList();
        return new Sent(
                message,
                name(message.sender()),
                message.sentBy() == null ? null : name(message.sentBy()),
                lines,
                readers,
                traces.of(message));
    }

    private static List<Sent.Cell> cells(List<FileLine> lines, List<Receipt> had, List<Glance> looked) {
        Map<UUID, Receipt> byFile =
                had.stream().collect(Collectors.toMap(Receipt::file, Function.identity(), Receipt::further));
        Map<UUID, Glance> glances =
                looked.stream().collect(Collectors.toMap(Glance::file, Function.identity(), (first, later) -> first));
        return lines.stream()
                .map(line -> new Sent.Cell(line, byFile.get(line.id()), glances.get(line.id())))
                .toList();
    }

    /** Its files, whoever may read them: that is the caller's to decide. */
    public List<FileLine> lines(Message message) {
        List<UUID> ids =
                message.attachments().stream().map(Message.Attachment::file).toList();
        Map<UUID, StoredFile> stored = files.findAll(ids);
        Map<UUID, FileLine.Erasure> erased = erasures(ids);
        return message.attachments().stream()
                .map(attachment -> FileLine.of(
                        attachment,
                        stored.get(attachment.file()),
                        previews.offered(stored.get(attachment.file())),
                        erased.get(attachment.file())))
                .toList();
    }

    private Map<UUID, FileLine.Erasure> erasures(List<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select id, erased_at, erasable_after from file where id in (:ids) and state = 'ERASED'")
                        .param("ids", ids)
                        .query((row, number) -> Map.entry(
                                row.getObject("id", UUID.class),
                                new FileLine.Erasure(
                                        row.getObject("erased_at", Instant.class),
                                        row.getObject("erasable_after", Instant.class))))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Who received it through an office, now or until they left. */
    private List<Through> through(UUID message) {
        return jdbc.sql("""
                        select m.office, m.person, max(m.open is not null) as present, min(m.joined_at) as since
                        from recipient o
                        join office_member m on m.office = o.person
                        join recipient r on r.message = o.message and r.person = m.person
                        where o.message = ? and o.kind = 'OFFICE'
                        group by m.office, m.person order by since, m.person
                        """)
                .param(message)
                .query((row, number) -> new Through(
                        row.getObject("office", UUID.class),
                        row.getObject("person", UUID.class),
                        !row.getBoolean("present")))
                .list();
    }

    /** What is known of everybody who received a message. */
    private record Known(
            List<FileLine> lines,
            Map<UUID, Person> people,
            Map<UUID, Announcements.Told> told,
            Map<UUID, List<Announcements.Reminded>> reminded,
            Map<UUID, Instant> seen,
            Map<UUID, String> seenBy,
            Map<UUID, List<Receipt>> had,
            Map<UUID, Uncollected> uncollected,
            Map<UUID, List<Glance>> looked) {

        Sent.Reader named(UUID id, List<Sent.Reader> members) {
            return reader(id, members, false, false);
        }

        Sent.Reader member(UUID id, boolean former) {
            return reader(id, List.of(), true, former);
        }

        private Sent.Reader reader(UUID id, List<Sent.Reader> members, boolean under, boolean former) {
            return new Sent.Reader(
                    id,
                    people.get(id),
                    told.get(id),
                    reminded.getOrDefault(id, List.of()),
                    seen.get(id),
                    seenBy.get(id),
                    cells(lines, had.getOrDefault(id, List.of()), looked.getOrDefault(id, List.of())),
                    uncollected.get(id),
                    members,
                    under,
                    former);
        }
    }

    /** @param former belonged to the office when the message reached it, and does not any more */
    private record Through(UUID office, UUID person, boolean former) {}
}
