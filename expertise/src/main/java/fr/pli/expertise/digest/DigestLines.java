package fr.pli.expertise.digest;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.AccessRule.Visible;
import fr.pli.expertise.folder.Access;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The documents of a digest, cut to what its reader may see at this moment (M-4). */
@Component
class DigestLines {

    private static final String DOCUMENTS = """
            select d.id, d.file, d.folder, d.name, d.length, d.published_at, e.id as expertise, e.title, e.rg,
                   f.kind, f.name as subfolder, coalesce(p.name, nullif(concat_ws(' ', s.first_name, s.last_name), '')) as owner,
                   concat_ws(' ', nullif(w.first_name, ''), w.last_name) as depositor, r.downloaded_at is not null as downloaded
            from document d
            join expertise e on e.id = d.expertise
            join folder f on f.id = d.folder
            join person w on w.id = d.depositor
            left join party p on p.id = f.owner
            left join participant u on u.id = f.owner
            left join person s on s.id = u.person
            left join reading r on r.document = d.id and r.person = :person
            where d.status = 'PUBLISHED' and %s
            order by e.title, e.id, f.kind, owner, f.id, d.published_at, d.id
            """;

    private static final String UNTOLD = DOCUMENTS.formatted("""
            d.night = :night and d.depositor <> :person and r.downloaded_at is null
              and d.expertise in (select expertise from participant where person = :person and left_at is null)""");

    private static final String CHOSEN = DOCUMENTS.formatted("d.id in (:documents)");

    private final JdbcClient jdbc;
    private final Access access;

    DigestLines(JdbcClient jdbc, Access access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** What {@code reader} has to be told of the night. */
    List<UUID> untold(Person reader, LocalDate night) {
        List<Found> found = jdbc.sql(UNTOLD)
                .param("person", reader.id())
                .param("night", night)
                .query(DigestLines::found)
                .list();
        return visible(reader, found).stream().map(row -> row.line().id()).toList();
    }

    List<Digest.OfExpertise> of(Person reader, Collection<UUID> documents) {
        if (documents.isEmpty()) {
            return List.of();
        }
        List<Found> found = jdbc.sql(CHOSEN)
                .param("person", reader.id())
                .param("documents", documents)
                .query(DigestLines::found)
                .list();
        return grouped(visible(reader, found));
    }

    private List<Found> visible(Person reader, List<Found> found) {
        Visible visible = access.visible(
                reader, found.stream().map(row -> row.folder().id()).distinct().toList());
        return found.stream()
                .filter(row -> visible.origins().contains(row.folder().id())
                        || visible.files().contains(row.file()))
                .toList();
    }

    private static List<Digest.OfExpertise> grouped(List<Found> rows) {
        Map<UUID, Found> expertises = new LinkedHashMap<>();
        Map<UUID, List<Digest.OfFolder>> folders = new LinkedHashMap<>();
        Map<UUID, List<Digest.Line>> lines = new LinkedHashMap<>();
        for (Found row : rows) {
            expertises.putIfAbsent(row.expertise(), row);
            List<Digest.Line> documents = lines.get(row.folder().id());
            if (documents == null) {
                documents = new ArrayList<>();
                lines.put(row.folder().id(), documents);
                folders.computeIfAbsent(row.expertise(), id -> new ArrayList<>())
                        .add(row.folder().with(documents));
            }
            documents.add(row.line());
        }
        return expertises.values().stream()
                .map(row -> new Digest.OfExpertise(
                        row.expertise(), row.title(), row.rg(), folders.getOrDefault(row.expertise(), List.of())))
                .toList();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getObject("expertise", UUID.class),
                row.getString("title"),
                row.getString("rg"),
                new Folder(
                        row.getObject("folder", UUID.class),
                        row.getString("kind"),
                        row.getString("owner"),
                        row.getString("subfolder")),
                row.getObject("file", UUID.class),
                new Digest.Line(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getLong("length"),
                        row.getString("depositor"),
                        row.getObject("published_at", Instant.class),
                        row.getBoolean("downloaded")));
    }

    private record Found(UUID expertise, String title, String rg, Folder folder, UUID file, Digest.Line line) {}

    private record Folder(
            UUID id,
            String kind,
            @Nullable String owner,
            @Nullable String subfolder) {

        Digest.OfFolder with(List<Digest.Line> documents) {
            return new Digest.OfFolder(id, kind, owner, subfolder, documents);
        }
    }
}
