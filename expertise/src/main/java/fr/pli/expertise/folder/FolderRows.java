package fr.pli.expertise.folder;

import fr.pli.exchange.platform.Folding;
import fr.pli.exchange.platform.Ids;
import fr.pli.expertise.rights.FolderKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of folders; a place that is taken stays as it is, so making a set again is harmless. */
@Component
class FolderRows implements Folders {

    private final JdbcClient jdbc;

    FolderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Folder> find(UUID id) {
        return Optional.ofNullable(findAll(List.of(id)).get(id));
    }

    @Override
    public Map<UUID, Folder> findAll(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select * from folder where id in (:ids)")
                        .param("ids", ids)
                        .query((row, number) -> folder(row))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Folder::id, Function.identity()));
    }

    @Override
    public List<Folder> of(UUID expertise) {
        return jdbc.sql("select * from folder where expertise = ? order by lineage")
                .param(expertise)
                .query((row, number) -> folder(row))
                .list();
    }

    @Override
    public UUID at(UUID expertise, FolderKind kind, @Nullable UUID owner) {
        return jdbc.sql("select id from folder where expertise = ? and place = ?")
                .params(expertise, place(kind, owner))
                .query(UUID.class)
                .single();
    }

    /** One set: all kinds of a group. */
    void make(UUID expertise, FolderKind.Group group, @Nullable UUID owner, Instant now) {
        for (FolderKind kind : FolderKind.values()) {
            if (kind.group() == group) {
                UUID id = Ids.next(now);
                add(id, expertise, kind, owner, null, null, place(kind, owner), id.toString(), null, now);
            }
        }
    }

    /** @return whether there was none of that name */
    boolean makeWithin(UUID id, Folder parent, String name, UUID by, Instant now) {
        return add(
                id,
                parent.expertise(),
                parent.kind(),
                parent.owner(),
                parent.id(),
                name,
                parent.id() + "/" + String.join(" ", Folding.words(name)),
                parent.lineage() + "/" + id,
                by,
                now);
    }

    private boolean add(
            UUID id,
            UUID expertise,
            FolderKind kind,
            @Nullable UUID owner,
            @Nullable UUID parent,
            @Nullable String name,
            String place,
            String lineage,
            @Nullable UUID by,
            Instant now) {
        return jdbc.sql("""
                        insert ignore into folder
                          (id, version, expertise, kind, owner, parent, name, place, lineage, documents, created_at, created_by)
                        values (:id, 0, :expertise, :kind, :owner, :parent, :name, :place, :lineage, 0, :now, :by)
                        """)
                        .param("id", id)
                        .param("expertise", expertise)
                        .param("kind", kind.name())
                        .param("owner", owner)
                        .param("parent", parent)
                        .param("name", name)
                        .param("place", place)
                        .param("lineage", lineage)
                        .param("now", now)
                        .param("by", by)
                        .update()
                == 1;
    }

    private static String place(FolderKind kind, @Nullable UUID owner) {
        return owner == null ? kind.name() : kind.name() + "/" + owner;
    }

    static Folder folder(ResultSet row) throws SQLException {
        return new Folder(
                row.getObject("id", UUID.class),
                row.getObject("expertise", UUID.class),
                FolderKind.valueOf(row.getString("kind")),
                row.getObject("owner", UUID.class),
                row.getObject("parent", UUID.class),
                row.getString("name"),
                row.getString("lineage"),
                row.getInt("documents"));
    }
}
