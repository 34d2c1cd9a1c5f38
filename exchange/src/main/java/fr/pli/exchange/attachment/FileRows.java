package fr.pli.exchange.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code file} and {@code extent}. Every change is conditional: who comes second changes nothing. */
@Repository
class FileRows {

    private static final String SELECT = "select * from file where id ";

    private final JdbcClient jdbc;

    FileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, UUID owner, long length, String key, byte[] wrapped, Instant now, Life life) {
        jdbc.sql("""
                        insert into file (id, version, owner, length, received, state, deliverable, bucket, wrapped_key,
                                          created_at, kept_until, erasable_after)
                        values (:id, 0, :owner, :length, 0, 'RECEIVING', false, :key, :wrapped, :now, :until, :erasable)
                        """)
                .param("id", id)
                .param("owner", owner)
                .param("length", length)
                .param("key", key)
                .param("wrapped", wrapped)
                .param("now", now)
                .param("until", life.until())
                .param("erasable", life.erasableAfter())
                .update();
    }

    Optional<FileRow> find(UUID id) {
        return jdbc.sql(SELECT + "= :id").param("id", id).query(FileRows::row).optional();
    }

    /** Reads the row and keeps it from changing until the transaction ends. */
    Optional<FileRow> lock(UUID id) {
        return jdbc.sql(SELECT + "= :id for update")
                .param("id", id)
                .query(FileRows::row)
                .optional();
    }

    List<FileRow> findAll(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "in (:ids)")
                        .param("ids", Set.copyOf(ids))
                        .query(FileRows::row)
                        .list();
    }

    List<Extent> extents(UUID file) {
        return jdbc.sql(
                        "select clear_offset, clear_length, object_name from extent where file = :file order by clear_offset")
                .param("file", file)
                .query((row, n) -> new Extent(row.getLong(1), row.getLong(2), ObjectName.of(row.getString(3))))
                .list();
    }

    void addExtent(UUID file, Extent extent) {
        jdbc.sql("""
                        insert into extent (file, clear_offset, clear_length, object_name)
                        values (:file, :offset, :length, :object)
                        """)
                .param("file", file)
                .param("offset", extent.offset())
                .param("length", extent.length())
                .param("object", extent.object().toString())
                .update();
    }

    void removeExtents(UUID file) {
        jdbc.sql("delete from extent where file = :file").param("file", file).update();
    }

    void received(UUID id, long received) {
        jdbc.sql("update file set received = :received, version = version + 1 where id = :id")
                .param("id", id)
                .param("received", received)
                .update();
    }

    void complete(UUID id, byte[] manifest, Instant now) {
        jdbc.sql("""
                        update file set state = 'WAITING', received = length, manifest = :manifest, waiting_since = :now,
                               version = version + 1
                        where id = :id and state = 'RECEIVING'
                        """)
                .param("id", id)
                .param("manifest", manifest)
                .param("now", now)
                .update();
    }

    void manifest(UUID id, byte[] manifest) {
        jdbc.sql("update file set manifest = :manifest, version = version + 1 where id = :id")
                .param("id", id)
                .param("manifest", manifest)
                .update();
    }

    boolean claim(UUID id, String sha256) {
        return jdbc.sql("""
                        update file set claimed_sha256 = :sha256, version = version + 1
                        where id = :id and (claimed_sha256 is null or claimed_sha256 = :sha256)
                          and (sha256 is null or sha256 = :sha256)
                        """).param("id", id).param("sha256", sha256).update() == 1;
    }

    /** The date from which no backup can read never moves back: an old backup may hold what an older key wrapped. */
    void wrap(UUID id, String key, byte[] wrapped, Life life) {
        jdbc.sql("""
                        update file set bucket = :key, wrapped_key = :wrapped, kept_until = :until,
                               erasable_after = greatest(erasable_after, :erasable), version = version + 1
                        where id = :id and wrapped_key is not null
                        """)
                .param("id", id)
                .param("key", key)
                .param("wrapped", wrapped)
                .param("until", life.until())
                .param("erasable", life.erasableAfter())
                .update();
    }

    boolean end(UUID id) {
        return jdbc.sql("""
                        update file set state = 'ERASED', wrapped_key = null, manifest = null, deliverable = false,
                               version = version + 1
                        where id = :id and state <> 'ERASED'
                        """).param("id", id).update() == 1;
    }

    boolean erased(UUID id, Instant now) {
        return jdbc.sql("""
                        update file set erased_at = :now, version = version + 1
                        where id = :id and state = 'ERASED' and erased_at is null
                        """).param("id", id).param("now", now).update() == 1;
    }

    /** A key was destroyed at {@code now}: its files are not stated erasable earlier than its backups end. */
    void keyDestroyed(String key, Instant erasableAfter) {
        jdbc.sql("update file set erasable_after = greatest(erasable_after, :erasable) where bucket = :key")
                .param("key", key)
                .param("erasable", erasableAfter)
                .update();
    }

    /** Files whose data key is wrapped by {@code key}, in the order of their ids, a page at a time. */
    List<UUID> wrappedBy(String key, UUID after, int limit) {
        return jdbc.sql("""
                        select id from file where bucket = :key and wrapped_key is not null and id > :after
                        order by id limit :limit
                        """)
                .param("key", key)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    boolean anyWrapped() {
        return jdbc.sql("select exists (select 1 from file where wrapped_key is not null)")
                .query(Boolean.class)
                .single();
    }

    /** Which of the objects are named by a row. */
    Set<String> known(Collection<String> objects) {
        return Set.copyOf(jdbc.sql("select object_name from extent where object_name in (:objects)")
                .param("objects", objects)
                .query(String.class)
                .list());
    }

    /** Recorded extents in the order of their objects' names, a page at a time. */
    List<Extent> extentsAfter(String object, int limit) {
        return jdbc.sql("""
                        select clear_offset, clear_length, object_name from extent
                        where object_name > :object order by object_name limit :limit
                        """)
                .param("object", object)
                .param("limit", limit)
                .query((row, n) -> new Extent(row.getLong(1), row.getLong(2), ObjectName.of(row.getString(3))))
                .list();
    }

    private static FileRow row(ResultSet row, int number) throws SQLException {
        var file = new StoredFile(
                row.getObject("id", UUID.class),
                row.getObject("owner", UUID.class),
                row.getLong("length"),
                row.getLong("received"),
                FileState.valueOf(row.getString("state")),
                row.getString("claimed_sha256"),
                row.getString("sha256"),
                row.getObject("crc32", Long.class),
                row.getString("media_type"),
                row.getString("reason"),
                row.getBoolean("deliverable"),
                instant(row, "waiting_since"),
                instant(row, "analysed_at"),
                instant(row, "kept_until"));
        return new FileRow(
                file,
                row.getString("bucket"),
                row.getBytes("wrapped_key"),
                row.getBytes("manifest"),
                instant(row, "erasable_after"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    /**
     * How long a file is kept.
     *
     * @param until null without end
     * @param erasableAfter from then on no backup can read it; null when that cannot be stated
     */
    record Life(@Nullable Instant until, @Nullable Instant erasableAfter) {}
}
