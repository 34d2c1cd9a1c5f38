package fr.pli.expertise.experts;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Profile;
import fr.pli.exchange.certificate.Specialties;
import fr.pli.exchange.platform.Folding;
import fr.pli.exchange.testing.People;
import fr.pli.expertise.testing.ExpertiseTest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Timed, so run by {@code -Dtest=ExpertBench} and not with the tests: 20,000 experts searched in less than 50 ms (S-3). */
@ExpertiseTest
@Tag("S-3")
class ExpertBench {

    private static final int EXPERTS = 20_000;
    private static final int ROUNDS = 40;
    private static final List<String> NAMES = List.of(
            "Martin",
            "Bernard",
            "Dubois",
            "Thomas",
            "Robert",
            "Richard",
            "Petit",
            "Durand",
            "Leroy",
            "Moreau",
            "Simon",
            "Laurent",
            "Lefèvre",
            "Michel",
            "Garcia",
            "David",
            "Bertrand",
            "Roux",
            "Vincent",
            "Fournier");

    @Autowired
    People people;

    @Autowired
    Experts experts;

    @Autowired
    Specialties specialties;

    @Autowired
    NamedParameterJdbcOperations batches;

    @Autowired
    JdbcClient jdbc;

    @Test
    void twentyThousandExpertsAreSearchedInLessThanFiftyMilliseconds() {
        fill();
        String specialty =
                specialties.headings().get(3).specialties().getFirst().code();
        String heading = specialties.headings().get(3).code();
        for (ExpertQuery query : List.of(
                query("", "", "", ""),
                query("martin", "", "", ""),
                query("m", "", "", ""),
                query("le", "cam", "", ""),
                query("", "", "CA-BORDEAUX", ""),
                query("", "", "", specialty),
                query("", "", "", heading),
                query("dur", "", "CA-BORDEAUX", heading))) {
            long[] took = new long[ROUNDS];
            int found = 0;
            for (int i = 0; i < ROUNDS; i++) {
                long start = System.nanoTime();
                found = experts.find(query).size();
                took[i] = System.nanoTime() - start;
            }
            Arrays.sort(took);
            System.out.printf(
                    "%-90s %3d lines, median %5.1f ms, p95 %5.1f ms%n",
                    query, found, took[ROUNDS / 2] / 1e6, took[ROUNDS * 95 / 100] / 1e6);
            assertThat(took[ROUNDS / 2] / 1e6).as(query.toString()).isLessThan(50);
        }
    }

    private void fill() {
        UUID body = people.active(Profile.EXPERT).organisationId();
        var all = specialties.headings().stream()
                .flatMap(heading -> heading.specialties().stream())
                .toList();
        var courts = experts.courts();
        var rows = new ArrayList<SqlParameterSource>();
        var listed = new ArrayList<SqlParameterSource>();
        var words = new ArrayList<SqlParameterSource>();
        for (int i = 0; i < EXPERTS; i++) {
            UUID id = UUID.randomUUID();
            String last = NAMES.get(i % NAMES.size()) + " " + (char) ('A' + i % 26) + i;
            String first = "Camille" + i % 97;
            rows.add(new MapSqlParameterSource("id", id)
                    .addValue("email", id + "@experts.example")
                    .addValue("last", last)
                    .addValue("first", first)
                    .addValue("body", body)
                    .addValue("court", courts.get(i % courts.size()).code())
                    .addValue("key", Folding.fold(last + " " + first))
                    .addValue("now", LocalDateTime.of(2026, 1, 1, 0, 0)));
            for (int s = 0; s < 3; s++) {
                listed.add(new MapSqlParameterSource("id", id)
                        .addValue("code", all.get((i * 7 + s * 31) % all.size()).code())
                        .addValue("n", specialties.current())
                        .addValue("p", s));
            }
            Folding.words(last).forEach(word -> words.add(word(id, "last", word)));
            Folding.words(first).forEach(word -> words.add(word(id, "first", word)));
        }
        SqlParameterSource[] people = rows.toArray(SqlParameterSource[]::new);
        batches.batchUpdate("""
                insert into person (id, version, email, first_name, last_name, organisation, profile, state, language,
                                    time_zone, identity, created_at)
                values (:id, 0, :email, :first, :last, :body, 'EXPERT', 'ACTIVE', 'fr', 'Europe/Paris', :id, :now)
                """, people);
        batches.batchUpdate(
                "insert into expert (person, court, name_key, landline, mobile) values (:id, :court, :key, '', '')",
                people);
        batches.batchUpdate(
                "insert into expert_specialty (code, person, nomenclature, position) values (:code, :id, :n, :p)",
                listed.toArray(SqlParameterSource[]::new));
        batches.batchUpdate(
                "insert into expert_word (part, word, person) values (:part, :word, :id)",
                words.toArray(SqlParameterSource[]::new));
        jdbc.sql("analyze table person, expert, expert_specialty, expert_word")
                .query()
                .listOfRows();
    }

    private static SqlParameterSource word(UUID id, String part, String word) {
        return new MapSqlParameterSource("id", id).addValue("part", part).addValue("word", word);
    }

    private static ExpertQuery query(String last, String first, String court, String specialty) {
        return new ExpertQuery(last, first, court, specialty, true, null, 25);
    }
}
