package fr.pli.expertise.contradictoire;

import fr.pli.expertise.rights.FolderKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The published documents of the folders of the contradictoire. */
@Repository
class BoardDocuments {

    private static final String SUBMITTED = """
            f.kind not like 'MAGISTRAT%' and f.kind not like '%MAGISTRAT' and f.kind not like '%SAPITEUR%'
              and f.kind <> 'PARTIE_CONFIDENTIEL_ACCEPTE'
            """;

    private static final String SELECT = """
            select d.id, d.name, d.cote, d.folder, f.kind, p.name as owner, d.depositor, d.published_at, d.night
            from document d
            join folder f on f.id = d.folder
            left join party p on p.id = f.owner
            """;

    private final JdbcClient jdbc;

    BoardDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Shown> page(UUID expertise, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + """
                left join document l on l.id = :after
                where d.expertise = :expertise and d.status = 'PUBLISHED'
                  and (l.id is null or (d.published_at, d.id) < (l.published_at, l.id))
                  and\s""" + SUBMITTED + " order by d.published_at desc, d.id desc limit :limit")
                .param("expertise", expertise)
                .param("after", after)
                .param("limit", limit)
                .query(BoardDocuments::shown)
                .list();
    }

    /** How many there are, whoever may have them. */
    int count(UUID expertise) {
        return jdbc.sql("""
                select coalesce(sum(f.documents), 0) from folder f where f.expertise = ? and\s""" + SUBMITTED).param(expertise).query(Integer.class).single();
    }

    /** How many documents each person may have and has not downloaded; who has nothing left is absent. */
    Map<UUID, Integer> waiting(UUID expertise, Audience.Of people) {
        Map<UUID, Map<UUID, Integer>> read = new HashMap<>();
        jdbc.sql("""
                select r.person, r.folder, r.documents from folder f join folder_reading r on r.folder = f.id
                where f.expertise = ?
                """).param(expertise).query(row -> {
            read.computeIfAbsent(row.getObject("person", UUID.class), person -> new HashMap<>())
                    .put(row.getObject("folder", UUID.class), row.getInt("documents"));
        });
        Map<UUID, Integer> waiting = new HashMap<>();
        people.sights().forEach((person, sights) -> {
            Map<UUID, Integer> done = read.getOrDefault(person, Map.of());
            int left = sights.stream()
                    .filter(sight -> sight.whole())
                    .mapToInt(sight -> sight.folder().documents()
                            - done.getOrDefault(sight.folder().id(), 0))
                    .sum();
            waiting.put(person, left + undone(person, people.singles(person)));
        });
        return waiting;
    }

    private int undone(UUID person, List<UUID> singles) {
        return singles.isEmpty()
                ? 0
                : jdbc.sql("""
                        select count(*) from document d
                        left join reading r on r.document = d.id and r.person = :person
                        where d.id in (:singles) and d.status = 'PUBLISHED' and d.depositor <> :person
                          and r.downloaded_at is null
                        """)
                        .param("person", person)
                        .param("singles", singles)
                        .query(Integer.class)
                        .single();
    }

    /** What {@code person} may have of an expertise and has not downloaded, oldest first. */
    List<Shown> undownloaded(UUID person, Audience.Of people, int limit) {
        List<UUID> whole = people.whole(person);
        List<UUID> singles = people.singles(person);
        return jdbc.sql(SELECT + """
                left join reading r on r.document = d.id and r.person = :person
                where d.status = 'PUBLISHED' and d.depositor <> :person and r.downloaded_at is null
                  and (d.folder in (:whole) or d.id in (:singles))
                order by d.published_at, d.id limit :limit
                """)
                .param("person", person)
                .param("whole", whole.isEmpty() ? List.of(person) : whole)
                .param("singles", singles.isEmpty() ? List.of(person) : singles)
                .param("limit", limit)
                .query(BoardDocuments::shown)
                .list();
    }

    private static Shown shown(ResultSet row, int number) throws SQLException {
        return new Shown(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("cote"),
                row.getObject("folder", UUID.class),
                FolderKind.valueOf(row.getString("kind")),
                row.getString("owner"),
                row.getObject("depositor", UUID.class),
                row.getObject("published_at", Instant.class),
                row.getObject("night", LocalDate.class));
    }

    /** @param night of the digest that told it; null before */
    record Shown(
            UUID id,
            String name,
            @Nullable String cote,
            UUID folder,
            FolderKind kind,
            @Nullable String owner,
            UUID depositor,
            Instant publishedAt,
            @Nullable LocalDate night) {}
}
