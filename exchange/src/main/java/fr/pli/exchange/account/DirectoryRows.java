package fr.pli.exchange.account;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The directory read from its rows; whom somebody may find and write to is told by {@link Completion}. */
@Component
class DirectoryRows implements Directory {

    private final JdbcClient jdbc;
    private final Completion completion;

    DirectoryRows(JdbcClient jdbc, Completion completion) {
        this.jdbc = jdbc;
        this.completion = completion;
    }

    @Override
    public Optional<Person> find(UUID id) {
        return jdbc.sql(PersonRows.SELECT + "where p.id = :id")
                .param("id", id)
                .query(PersonRows::person)
                .optional();
    }

    @Override
    public Optional<Person> findByEmail(String email) {
        return jdbc.sql(PersonRows.SELECT
                        + "where p.id = (select coalesce(merged_into, id) from person where email = :email)")
                .param("email", email.strip().toLowerCase(Locale.ROOT))
                .query(PersonRows::person)
                .optional();
    }

    @Override
    public Map<UUID, Person> findAll(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(PersonRows.SELECT + "where p.id in (:ids)")
                .param("ids", new HashSet<>(ids))
                .query(PersonRows::person)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Person::id, Function.identity()));
    }

    @Override
    public Map<String, Person> findAllByEmail(Collection<String> emails) {
        if (emails.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(PersonRows.with("t.email as typed,")
                        + "join person t on p.id = coalesce(t.merged_into, t.id) where t.email in (:emails)")
                .param("emails", new HashSet<>(emails))
                .query((row, number) -> Map.entry(row.getString("typed"), PersonRows.person(row, number)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<Person> complete(Person viewer, String typed, int limit) {
        return completion.complete(viewer, typed, limit);
    }

    @Override
    public boolean reachable(Person sender, Person other) {
        return completion.reachable(sender, other);
    }
}
