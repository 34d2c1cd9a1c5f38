package fr.pli.exchange.receipt;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Entry;
import fr.pli.exchange.journal.JournalPages;
import fr.pli.exchange.journal.JournalQuery;
import fr.pli.exchange.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The journal of one message as its sender reads it: without addresses, newest first. */
@Component
class Traces {

    private static final int SHOWN = 100;

    /** What a recipient does in their own box is their own business. */
    private static final Set<String> OWN = Set.of("message.removed", "message.restored");

    private final JournalPages journal;
    private final Directory directory;

    Traces(JournalPages journal, Directory directory) {
        this.journal = journal;
        this.directory = directory;
    }

    List<Sent.Event> of(Message message) {
        List<Entry> entries = journal.read(JournalQuery.ofMessage(message.id()), null, SHOWN).stream()
                .filter(entry -> !OWN.contains(entry.kind()))
                .toList();
        Set<UUID> ids = entries.stream()
                .flatMap(entry -> Stream.of(entry.actor(), entry.actingFor(), entry.subject()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, Person> people = directory.findAll(ids);
        return entries.stream().map(entry -> event(entry, message, people)).toList();
    }

    private static Sent.Event event(Entry entry, Message message, Map<UUID, Person> people) {
        return new Sent.Event(
                entry.at(),
                entry.words(),
                name(people, entry.actor() == null ? entry.subject() : entry.actor()),
                name(people, entry.actingFor()),
                entry.file() == null
                        ? null
                        : message.attachment(entry.file())
                                .map(Message.Attachment::path)
                                .orElse(null),
                entry.details().get("percent"));
    }

    private static @Nullable String name(Map<UUID, Person> people, @Nullable UUID id) {
        Person person = id == null ? null : people.get(id);
        return person == null ? null : person.name();
    }
}
