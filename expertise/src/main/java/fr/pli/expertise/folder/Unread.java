package fr.pli.expertise.folder;

import fr.pli.exchange.account.Person;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What somebody has not downloaded yet (E-6): what the folders that can be read hold beyond what the person has, and one
 * by one the documents granted by themselves and, for the expert, the proposals.
 */
@Service
public class Unread {

    private final Access access;
    private final ReadingRows readings;
    private final JdbcClient jdbc;

    Unread(Access access, ReadingRows readings, JdbcClient jdbc) {
        this.access = access;
        this.readings = readings;
        this.jdbc = jdbc;
    }

    /** Documents by folder, by expertise; where there is nothing new an entry is absent. */
    public Map<UUID, Map<UUID, Integer>> of(Person person, Collection<UUID> expertises) {
        if (expertises.isEmpty()) {
            return Map.of();
        }
        var counts = new HashMap<UUID, Map<UUID, Integer>>();
        List<Sight> behind = access.unread(person.id(), expertises);
        Map<UUID, Integer> had = readings.counted(
                person.id(), behind.stream().map(sight -> sight.folder().id()).toList());
        behind.stream().filter(Sight::whole).forEach(sight -> {
            Folder folder = sight.folder();
            add(counts, folder.expertise(), folder.id(), folder.documents() - had.getOrDefault(folder.id(), 0));
        });
        singles(person.id(), behind).forEach(one -> add(counts, one.expertise(), one.folder(), one.documents()));
        proposals(person.id(), expertises).forEach(one -> add(counts, one.expertise(), one.folder(), one.documents()));
        return counts;
    }

    /** How many documents of each expertise. */
    public Map<UUID, Integer> sums(Person person, Collection<UUID> expertises) {
        return of(person, expertises).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()));
    }

    private static void add(Map<UUID, Map<UUID, Integer>> counts, UUID expertise, UUID folder, int documents) {
        if (documents > 0) {
            counts.computeIfAbsent(expertise, none -> new HashMap<>()).merge(folder, documents, Integer::sum);
        }
    }

    private List<Count> singles(UUID person, List<Sight> behind) {
        var documents = new HashSet<UUID>();
        behind.stream().filter(sight -> !sight.whole()).forEach(sight -> documents.addAll(sight.singles()));
        return documents.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select d.expertise, d.folder, count(*) as documents
                        from document d left join reading r on r.document = d.id and r.person = :person
                        where d.id in (:documents) and d.depositor <> :person and r.downloaded_at is null
                        group by d.expertise, d.folder
                        """)
                        .param("documents", documents)
                        .param("person", person)
                        .query((row, number) -> new Count(
                                row.getObject("expertise", UUID.class),
                                row.getObject("folder", UUID.class),
                                row.getInt("documents")))
                        .list();
    }

    /** Those that wait for the expert's answer, and which the expert has not downloaded. */
    private List<Count> proposals(UUID person, Collection<UUID> expertises) {
        List<Count> waiting = jdbc.sql("""
                        select d.expertise, d.folder, count(*) as documents
                        from document d
                        join participant p on p.expertise = d.expertise and p.person = :person
                             and p.role = 'EXPERT' and p.left_at is null
                        left join reading r on r.document = d.id and r.person = :person
                        where d.expertise in (:expertises) and d.status = 'PROPOSED' and r.downloaded_at is null
                          and d.depositor <> :person
                        group by d.expertise, d.folder
                        """)
                .param("expertises", expertises)
                .param("person", person)
                .query((row, number) -> new Count(
                        row.getObject("expertise", UUID.class),
                        row.getObject("folder", UUID.class),
                        row.getInt("documents")))
                .list();
        Map<UUID, Sight> sights = access
                .sights(person, waiting.stream().map(Count::folder).toList())
                .stream()
                .collect(Collectors.toMap(sight -> sight.folder().id(), sight -> sight));
        return waiting.stream()
                .filter(one -> sights.containsKey(one.folder())
                        && sights.get(one.folder()).whole())
                .toList();
    }

    private record Count(UUID expertise, UUID folder, int documents) {}
}
