package fr.pli.exchange.account;

import fr.pli.exchange.platform.Ids;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files given for import, each kept for its owner between the dry run and the confirmation. */
@Component
class ImportShelf {

    /** What a file is about: a file of one kind is unknown to the other's import. */
    enum Kind {
        PEOPLE,
        OFFICES
    }

    /**
     * A file kept.
     *
     * @param plan fingerprint of the outcome its owner was shown
     */
    record Kept(UUID id, String fileName, byte[] content, String plan) {}

    private final DirectorySettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    ImportShelf(DirectorySettings settings, JdbcClient jdbc, Clock clock) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void checkSize(byte[] content) {
        long most = settings.importMaxSize().toBytes();
        if (content.length > most) {
            throw DirectoryRefusal.IMPORT_TOO_LARGE.with(most);
        }
    }

    int maxLines() {
        return settings.importMaxLines();
    }

    Kept keep(Person by, Kind kind, String fileName, byte[] content, String plan) {
        var kept = new Kept(Ids.next(clock.instant()), shortened(fileName), content, plan);
        jdbc.sql("""
                        insert into directory_import (id, owner, kind, file_name, content, plan, created_at)
                        values (:id, :owner, :kind, :name, :content, :plan, :now)
                        """)
                .param("id", kept.id())
                .param("owner", by.id())
                .param("kind", kind.name())
                .param("name", kept.fileName())
                .param("content", content)
                .param("plan", plan)
                .param("now", clock.instant())
                .update();
        return kept;
    }

    /** Somebody else's file is unknown here, like one that is no longer kept. Held to the end of the unit. */
    Kept find(Person by, Kind kind, UUID id) {
        return jdbc.sql("""
                        select id, file_name, content, plan from directory_import
                        where id = :id and owner = :owner and kind = :kind and created_at > :oldest
                        for update
                        """)
                .param("id", id)
                .param("owner", by.id())
                .param("kind", kind.name())
                .param("oldest", clock.instant().minus(settings.importKept()))
                .query((row, number) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getString("file_name"),
                        row.getBytes("content"),
                        row.getString("plan")))
                .optional()
                .orElseThrow(DirectoryRefusal.NOT_FOUND::with);
    }

    /** From now on this is what a confirmation means. */
    void remember(UUID id, String plan) {
        jdbc.sql("update directory_import set plan = :plan where id = :id")
                .param("plan", plan)
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from directory_import where id = :id").param("id", id).update();
    }

    /** The last part of the name, for display only. */
    private static String shortened(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String tidy = ParticularsCheck.tidy(name.replaceAll("\\p{C}", ""));
        String shown = tidy.isEmpty() ? "import.csv" : tidy;
        return shown.length() > 200 ? shown.substring(0, 200) : shown;
    }
}
