package fr.pli.exchange.account;

import fr.pli.exchange.platform.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The folded words people are found by; written in the transaction that writes the person or the organisation. */
@Component
class SearchWords {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final ApplicationEventPublisher events;

    SearchWords(JdbcClient jdbc, NamedParameterJdbcOperations batches, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.events = events;
    }

    /** What the words are made of. */
    record Source(UUID person, String email, String firstName, String lastName, String organisation) {

        Set<String> words() {
            var words = new LinkedHashSet<String>();
            words.addAll(Folding.words(lastName));
            words.addAll(Folding.words(firstName));
            words.addAll(Folding.words(email));
            words.addAll(Folding.words(organisation));
            return words;
        }
    }

    /** Replaces the words of these people. */
    void write(Collection<Source> people) {
        batches.batchUpdate(
                "delete from person_token where person = :person",
                people.stream()
                        .map(source -> new MapSqlParameterSource("person", source.person()))
                        .toArray(SqlParameterSource[]::new));
        add(people);
    }

    /** Writes the words of people who have none yet. */
    void add(Collection<Source> people) {
        List<SqlParameterSource> rows = new ArrayList<>();
        for (Source source : people) {
            for (String word : source.words()) {
                rows.add(new MapSqlParameterSource("token", word).addValue("person", source.person()));
            }
        }
        batches.batchUpdate(
                "insert into person_token (token, person) values (:token, :person)",
                rows.toArray(SqlParameterSource[]::new));
        events.publishEvent(
                new PeopleNamed(people.stream().map(Source::person).collect(Collectors.toUnmodifiableSet())));
    }

    /** Replaces the words of one entry, from what its row says now. */
    void refresh(UUID person) {
        write(sources("p.id = :id", person));
    }

    /** Replaces the words of everybody who belongs to the organisation. */
    void refreshMembers(UUID organisation) {
        write(sources("p.organisation = :id", organisation));
    }

    private List<Source> sources(String condition, UUID id) {
        return jdbc.sql("""
                        select p.id, p.email, p.first_name, p.last_name, o.name
                        from person p join organisation o on o.id = p.organisation
                        where """ + " " + condition)
                .param("id", id)
                .query((row, number) -> new Source(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)))
                .list();
    }
}
