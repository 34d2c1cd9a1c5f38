package fr.pli.expertise.folder;

import fr.pli.expertise.folder.Document.Status;
import fr.pli.expertise.rights.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of documents. Who changes what is published in a folder locks the folder's row first. */
@Component
class DocumentRows {

    private final JdbcClient jdbc;

    DocumentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Document> find(UUID id) {
        return jdbc.sql("select * from document where id = ?")
                .param(id)
                .query((row, number) -> document(row))
                .optional();
    }

    Optional<Document> find(UUID message, UUID file) {
        return jdbc.sql("select * from document where message = ? and file = ?")
                .params(message, file)
                .query((row, number) -> document(row))
                .optional();
    }

    /** Held, so that what is accepted at the same moment is counted once. */
    Optional<Document> hold(UUID message, UUID file) {
        return jdbc.sql("select * from document where message = ? and file = ? lock in share mode")
                .params(message, file)
                .query((row, number) -> document(row))
                .optional();
    }

    List<Document> findAll(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from document where id in (:ids) order by number, id")
                        .param("ids", ids)
                        .query((row, number) -> document(row))
                        .list();
    }

    List<Document> of(UUID message) {
        return jdbc.sql("select * from document where message = ? order by number, id")
                .param(message)
                .query((row, number) -> document(row))
                .list();
    }

    Optional<Document> lock(UUID id) {
        return jdbc.sql("select * from document where id = ? for update")
                .param(id)
                .query((row, number) -> document(row))
                .optional();
    }

    /**
     * Locks the folder, so that its numbers are dense whoever publishes at the same time.
     *
     * @return the last number given in it
     */
    int lastNumber(UUID folder) {
        jdbc.sql("select id from folder where id = ? for update")
                .param(folder)
                .query(UUID.class)
                .single();
        return jdbc.sql("select coalesce(max(number), 0) from document where folder = ?")
                .param(folder)
                .query(Integer.class)
                .single();
    }

    /** What would be given next, if nobody else is faster. */
    int nextNumber(UUID folder) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from document where folder = ?")
                .param(folder)
                .query(Integer.class)
                .single();
    }

    void add(Document document, String nameKey, String depositorKey) {
        jdbc.sql("""
                        insert into document
                          (id, message, file, expertise, folder, number, path, name, name_key, length, sha256, depositor,
                           depositor_key, role, cote, replaces, status, deposited_at, published_at)
                        values
                          (:id, :message, :file, :expertise, :folder, :number, :path, :name, :nameKey, :length, :sha256,
                           :depositor, :depositorKey, :role, :cote, :replaces, :status, :depositedAt, :publishedAt)
                        """)
                .param("id", document.id())
                .param("message", document.message())
                .param("file", document.file())
                .param("expertise", document.expertise())
                .param("folder", document.folder())
                .param("number", document.number())
                .param("path", document.path())
                .param("name", document.name())
                .param("nameKey", nameKey)
                .param("length", document.length())
                .param("sha256", document.sha256())
                .param("depositor", document.depositor())
                .param("depositorKey", depositorKey)
                .param("role", document.role().name())
                .param("cote", document.cote())
                .param("replaces", document.replaces())
                .param("status", document.status().name())
                .param("depositedAt", document.depositedAt())
                .param("publishedAt", document.publishedAt())
                .update();
    }

    /** The expert's answer to a proposal; only the first one counts. @return whether it was this one */
    boolean decide(UUID id, Status status, @Nullable Integer number, Instant at, UUID by, @Nullable String reason) {
        return jdbc.sql("""
                        update document
                           set status = :status, number = :number, decided_at = :at, decided_by = :by,
                               published_at = if(:status = 'PUBLISHED', :at, null), refused_for = :reason
                         where id = :id and status = 'PROPOSED'
                        """)
                        .param("id", id)
                        .param("status", status.name())
                        .param("number", number)
                        .param("at", at)
                        .param("by", by)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** A document is replaced once; a second correction corrects the first. */
    void replaced(UUID former, UUID by) {
        jdbc.sql("update document set replaced_by = ? where id = ? and replaced_by is null")
                .params(by, former)
                .update();
    }

    static Document document(ResultSet row) throws SQLException {
        int number = row.getInt("number");
        return new Document(
                row.getObject("id", UUID.class),
                row.getObject("message", UUID.class),
                row.getObject("file", UUID.class),
                row.getObject("expertise", UUID.class),
                row.getObject("folder", UUID.class),
                number == 0 ? null : number,
                row.getString("path"),
                row.getString("name"),
                row.getLong("length"),
                row.getString("sha256"),
                row.getObject("depositor", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getString("cote"),
                row.getObject("replaces", UUID.class),
                row.getObject("replaced_by", UUID.class),
                Status.valueOf(row.getString("status")),
                row.getObject("deposited_at", Instant.class),
                row.getObject("published_at", Instant.class),
                row.getObject("decided_at", Instant.class),
                row.getObject("decided_by", UUID.class),
                row.getString("refused_for"));
    }
}
