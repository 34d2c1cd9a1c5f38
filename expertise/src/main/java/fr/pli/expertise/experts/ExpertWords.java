package fr.pli.expertise.experts;

import fr.pli.exchange.account.Court;
import fr.pli.exchange.account.Courts;
import fr.pli.exchange.account.PeopleNamed;
import fr.pli.exchange.account.PersonErased;
import fr.pli.exchange.platform.Folding;
import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Units;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the rows by which experts are found beside their entries of the directory, in the transaction that writes these.
 * The sweep does it for entries from before there was a directory of experts.
 */
@Component
class ExpertWords implements Sweep {

    private static final int AT_ONCE = 500;
    private static final int LONGEST_KEY = 210;

    private final Courts courts;
    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final Units units;

    ExpertWords(Courts courts, JdbcClient jdbc, NamedParameterJdbcOperations batches, Units units) {
        this.courts = courts;
        this.jdbc = jdbc;
        this.batches = batches;
        this.units = units;
    }

    @EventListener
    void on(PeopleNamed named) {
        var all = List.copyOf(named.people());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            write(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
    }

    /** Nothing of somebody whose data are erased stays. */
    @EventListener
    void on(PersonErased erased) {
        for (String table : List.of("expert_word", "expert_specialty", "expert")) {
            jdbc.sql("delete from " + table + " where person = :person")
                    .param("person", erased.person())
                    .update();
        }
    }

    @Override
    public String name() {
        return "experts.words";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        List<UUID> without;
        do {
            without = jdbc.sql("""
                            select p.id from person p where p.profile = 'EXPERT' and p.erased_at is null
                              and not exists (select 1 from expert e where e.person = p.id) limit :most
                            """)
                    .param("most", AT_ONCE)
                    .query((row, number) -> row.getObject("id", UUID.class))
                    .list();
            List<UUID> some = without;
            units.run(() -> write(some));
        } while (!without.isEmpty());
    }

    private void write(Collection<UUID> people) {
        List<Source> experts = people.isEmpty() ? List.of() : sources(people);
        if (experts.isEmpty()) {
            return;
        }
        jdbc.sql("delete from expert_word where person in (:people)")
                .param("people", experts.stream().map(Source::person).toList())
                .update();
        batches.batchUpdate("""
                insert into expert (person, court, name_key, landline, mobile) values (:person, :court, :key, '', '')
                on duplicate key update name_key = :key, court = coalesce(:court, court)
                """, experts.stream().map(this::row).toArray(SqlParameterSource[]::new));
        var words = new ArrayList<SqlParameterSource>();
        for (Source expert : experts) {
            words(words, expert.person(), "last", expert.lastName());
            words(words, expert.person(), "first", expert.firstName());
        }
        batches.batchUpdate(
                "insert into expert_word (part, word, person) values (:part, :word, :person)",
                words.toArray(SqlParameterSource[]::new));
    }

    private List<Source> sources(Collection<UUID> people) {
        return jdbc.sql("""
                        select p.id, p.first_name, p.last_name, o.name
                        from person p join organisation o on o.id = p.organisation
                        where p.id in (:people) and p.profile = 'EXPERT'
                        """)
                .param("people", people)
                .query((row, number) ->
                        new Source(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    /** Whoever belongs to a court of appeal is on its list; of the others the expert says which it is. */
    private SqlParameterSource row(Source expert) {
        String key = Folding.fold(expert.lastName() + " " + expert.firstName());
        return new MapSqlParameterSource("person", expert.person())
                .addValue("key", key.substring(0, Math.min(LONGEST_KEY, key.length())))
                .addValue(
                        "court",
                        courts.find(expert.organisation())
                                .filter(court -> court.type().equals("CA"))
                                .map(Court::code)
                                .orElse(null));
    }

    private static void words(List<SqlParameterSource> rows, UUID person, String part, String name) {
        Folding.words(name)
                .forEach(word -> rows.add(new MapSqlParameterSource("part", part)
                        .addValue("word", word)
                        .addValue("person", person)));
    }

    private record Source(UUID person, String firstName, String lastName, String organisation) {}
}
