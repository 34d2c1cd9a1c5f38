package fr.pli.expertise.archive;

import fr.pli.exchange.account.Person;
import fr.pli.expertise.archive.ArchivedDocument.Stored;
import fr.pli.expertise.folder.Access;
import fr.pli.expertise.folder.Sight;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody may see of an expertise, published until a moment, in the order of the tree. */
@Component
class ArchivedDocuments {

    private final Access access;
    private final FolderPaths paths;
    private final JdbcClient jdbc;

    ArchivedDocuments(Access access, FolderPaths paths, JdbcClient jdbc) {
        this.access = access;
        this.paths = paths;
        this.jdbc = jdbc;
    }

    List<ArchivedDocument> of(Person person, UUID expertise, Instant until, Locale language) {
        Map<UUID, Sight> sights = access.sights(person.id(), expertise).stream()
                .filter(Sight::open)
                .collect(Collectors.toMap(sight -> sight.folder().id(), Function.identity()));
        FolderPaths.Words words = paths.of(expertise, language);
        return stored(sights.keySet(), until).stream()
                .filter(stored -> visible(Objects.requireNonNull(sights.get(stored.folder())), stored))
                .map(stored -> document(Objects.requireNonNull(sights.get(stored.folder())), stored, words))
                .sorted(Comparator.comparing(ArchivedDocument::kind)
                        .thenComparing(ArchivedDocument::folder)
                        .thenComparing(document -> document.stored().folder())
                        .thenComparing(document -> document.stored().number()))
                .toList();
    }

    private static boolean visible(Sight sight, Stored stored) {
        return sight.whole() || sight.singles().contains(stored.id());
    }

    private static ArchivedDocument document(Sight sight, Stored stored, FolderPaths.Words words) {
        return new ArchivedDocument(
                stored,
                sight.folder().kind(),
                words.shown(sight.folder()),
                words.path(sight.folder()) + FolderPaths.file(stored.number(), stored.name()));
    }

    private List<Stored> stored(Collection<UUID> folders, Instant until) {
        return folders.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select d.*, r.number as replacing,
                               concat_ws(' ', nullif(p.first_name, ''), p.last_name) as depositor_name
                        from document d
                        join person p on p.id = d.depositor
                        left join document r on r.id = d.replaced_by and r.published_at <= :until and r.folder = d.folder
                        where d.folder in (:folders) and d.status = 'PUBLISHED' and d.published_at <= :until
                        """)
                        .param("folders", folders)
                        .param("until", until)
                        .query(ArchivedDocuments::row)
                        .list();
    }

    private static Stored row(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getObject("id", UUID.class),
                row.getObject("message", UUID.class),
                row.getObject("file", UUID.class),
                row.getObject("folder", UUID.class),
                row.getInt("number"),
                row.getString("name"),
                row.getString("cote"),
                row.getLong("length"),
                row.getString("sha256"),
                row.getObject("depositor", UUID.class),
                row.getString("depositor_name"),
                row.getObject("published_at", Instant.class),
                row.getObject("night", LocalDate.class),
                row.getObject("replacing", Integer.class));
    }
}
