package fr.pli.app.audit;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.journal.Entry;
import fr.pli.exchange.journal.JournalPages;
import fr.pli.exchange.journal.JournalQuery;
import fr.pli.exchange.platform.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The journal as one reader may see it: an auditor all of it, anybody what they did or what was done to them. */
@Service
public class JournalReading {

    private final JournalPages pages;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final Wording wording;

    JournalReading(JournalPages pages, Directory directory, JdbcClient jdbc, Wording wording) {
        this.pages = pages;
        this.directory = directory;
        this.jdbc = jdbc;
        this.wording = wording;
    }

    /** All of it, for auditors only. */
    public JournalQuery everything(Person reader, JournalFilter filter) {
        if (reader.profile() != Profile.AUDITOR) {
            throw JournalRefusal.NOT_AUDITOR.with();
        }
        return query(reader, filter, typed(filter.person(), this::person));
    }

    /** The reader's own. */
    public JournalQuery own(Person reader, JournalFilter filter) {
        return query(reader, filter, reader.id());
    }

    public List<JournalRow> read(JournalQuery query, @Nullable UUID after, int limit, Locale locale) {
        List<Entry> entries = pages.read(query, after, limit);
        Map<UUID, Person> people = directory.findAll(entries.stream()
                .flatMap(entry -> Stream.of(entry.actor(), entry.actingFor(), entry.subject()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return entries.stream().map(entry -> row(entry, people, locale)).toList();
    }

    public List<String> kinds() {
        return pages.kinds();
    }

    public String words(String kind, Locale locale) {
        return wording.find("journal.kind." + kind, locale).orElse(kind);
    }

    private JournalRow row(Entry entry, Map<UUID, Person> people, Locale locale) {
        return new JournalRow(
                entry,
                words(entry.kind(), locale),
                name(entry.actor(), people),
                name(entry.actingFor(), people),
                name(entry.subject(), people));
    }

    private static @Nullable String name(@Nullable UUID id, Map<UUID, Person> people) {
        Person person = id == null ? null : people.get(id);
        return person == null ? null : person.name();
    }

    private JournalQuery query(Person reader, JournalFilter filter, @Nullable UUID person) {
        return new JournalQuery(
                typed(filter.kind(), kind -> kind),
                person,
                typed(filter.message(), this::message),
                start(reader, filter.from()),
                start(reader, filter.to() == null ? null : filter.to().plusDays(1)));
    }

    private static <T> @Nullable T typed(@Nullable String text, java.util.function.Function<String, T> meaning) {
        return text == null || text.isBlank() ? null : meaning.apply(text.strip());
    }

    private UUID person(String typed) {
        return id(typed).orElseGet(() -> directory
                .findByEmail(typed.toLowerCase(Locale.ROOT))
                .map(Person::id)
                .orElseThrow(JournalRefusal.UNKNOWN_PERSON::with));
    }

    private UUID message(String typed) {
        Supplier<UUID> byReference = () -> jdbc.sql("select id from message where reference = ?")
                .param(typed.toUpperCase(Locale.ROOT))
                .query(UUID.class)
                .optional()
                .orElseThrow(JournalRefusal.UNKNOWN_MESSAGE::with);
        return id(typed).orElseGet(byReference);
    }

    private static Optional<UUID> id(String typed) {
        try {
            return typed.length() == 36 ? Optional.of(UUID.fromString(typed)) : Optional.empty();
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    private static @Nullable Instant start(Person reader, @Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(reader.zone()).toInstant();
    }
}
