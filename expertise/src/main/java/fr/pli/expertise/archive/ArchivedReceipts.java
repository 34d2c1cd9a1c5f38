package fr.pli.expertise.archive;

import fr.pli.exchange.account.Person;
import fr.pli.expertise.digest.Digests;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.rights.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who was told of, saw and downloaded what, until a moment: all of it for expert and co-experts, for anybody else
 * what concerns them, as reader or as depositor.
 */
@Component
class ArchivedReceipts {

    private final Digests digests;
    private final JdbcClient jdbc;

    ArchivedReceipts(Digests digests, JdbcClient jdbc) {
        this.digests = digests;
        this.jdbc = jdbc;
    }

    List<Line> of(Person reader, Expertises.Seen seen, List<ArchivedDocument> documents, Instant until) {
        boolean all = seen.has(Role.EXPERT) || seen.has(Role.CO_EXPERT);
        Map<UUID, ArchivedDocument> byId = documents.stream()
                .collect(Collectors.toMap(document -> document.stored().id(), document -> document));
        Map<Pair, Facts> facts = facts(byId.keySet(), until);
        told(seen.expertise().id(), byId, until)
                .forEach((pair, at) -> facts.merge(
                        pair,
                        new Facts(at, null, null),
                        (read, told) -> new Facts(told.told(), read.seen(), read.downloaded())));
        Map<UUID, String> names =
                names(facts.keySet().stream().map(Pair::person).collect(Collectors.toSet()));
        return facts.entrySet().stream()
                .filter(one -> all
                        || one.getKey().person().equals(reader.id())
                        || found(byId, one.getKey()).stored().depositor().equals(reader.id()))
                .map(one -> new Line(
                        found(byId, one.getKey()),
                        names.getOrDefault(one.getKey().person(), ""),
                        one.getValue()))
                .sorted(Comparator.comparing((Line line) -> line.document().path())
                        .thenComparing(Line::reader))
                .toList();
    }

    private static ArchivedDocument found(Map<UUID, ArchivedDocument> byId, Pair pair) {
        return Objects.requireNonNull(byId.get(pair.document()));
    }

    private Map<Pair, Facts> facts(Set<UUID> documents, Instant until) {
        Map<Pair, Facts> facts = new HashMap<>();
        jdbc.sql("""
                select person, document, seen_at, downloaded_at from reading
                where document in (:documents) and (seen_at <= :until or downloaded_at <= :until)
                """).param("documents", documents).param("until", until).query(row -> {
            facts.put(
                    new Pair(row.getObject("person", UUID.class), row.getObject("document", UUID.class)),
                    new Facts(null, until(row, "seen_at", until), until(row, "downloaded_at", until)));
        });
        return facts;
    }

    private static @Nullable Instant until(ResultSet row, String column, Instant until) throws SQLException {
        Instant at = row.getObject(column, Instant.class);
        return at == null || at.isAfter(until) ? null : at;
    }

    private Map<Pair, Instant> told(UUID expertise, Map<UUID, ArchivedDocument> documents, Instant until) {
        Set<LocalDate> nights = documents.values().stream()
                .flatMap(document -> Optional.ofNullable(document.stored().night()).stream())
                .collect(Collectors.toSet());
        Set<UUID> people = Set.copyOf(jdbc.sql("select distinct person from participant where expertise = ?")
                .param(expertise)
                .query(UUID.class)
                .list());
        return digests.told(people, nights).stream()
                .filter(digest -> !digest.madeAt().isAfter(until))
                .flatMap(digest -> digest.documents().stream()
                        .filter(documents::containsKey)
                        .map(document -> Map.entry(new Pair(digest.person(), document), digest.madeAt())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    private Map<UUID, String> names(Set<UUID> people) {
        return people.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                                select id, concat_ws(' ', nullif(first_name, ''), last_name) as name from person
                                where id in (:people)
                                """)
                        .param("people", people)
                        .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @param reader full name */
    public record Line(ArchivedDocument document, String reader, Facts facts) {}

    /** First moments; null where there is none until then. */
    public record Facts(
            @Nullable Instant told,
            @Nullable Instant seen,
            @Nullable Instant downloaded) {}

    private record Pair(UUID person, UUID document) {}
}
