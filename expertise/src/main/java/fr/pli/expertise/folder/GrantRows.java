package fr.pli.expertise.folder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of grants; at most one holds for a participant and a thing, by their unique keys. */
@Component
class GrantRows {

    private final JdbcClient jdbc;

    GrantRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether none held before */
    boolean add(Grant grant, UUID expertise) {
        return jdbc.sql("""
                        insert ignore into document_grant
                          (id, expertise, participant, folder, document, given_at, given_by, open)
                        values (:id, :expertise, :participant, :folder, :document, :at, :by, true)
                        """)
                        .param("id", grant.id())
                        .param("expertise", expertise)
                        .param("participant", grant.participant())
                        .param("folder", grant.folder())
                        .param("document", grant.document())
                        .param("at", grant.givenAt())
                        .param("by", grant.givenBy())
                        .update()
                == 1;
    }

    Optional<Grant> holding(UUID participant, @Nullable UUID folder, @Nullable UUID document) {
        return jdbc.sql("""
                        select * from document_grant
                        where participant = :participant and open and folder <=> :folder and document <=> :document
                        """)
                .param("participant", participant)
                .param("folder", folder)
                .param("document", document)
                .query((row, number) -> grant(row))
                .optional();
    }

    Optional<Grant> find(UUID expertise, UUID id) {
        return jdbc.sql("select * from document_grant where id = ? and expertise = ?")
                .params(id, expertise)
                .query((row, number) -> grant(row))
                .optional();
    }

    /** Present and past, oldest first. */
    List<Grant> of(UUID expertise) {
        return jdbc.sql("select * from document_grant where expertise = ? order by given_at, id")
                .param(expertise)
                .query((row, number) -> grant(row))
                .list();
    }

    /** @return whether it held until now */
    boolean revoke(UUID id, Instant at, UUID by) {
        return jdbc.sql("update document_grant set revoked_at = ?, revoked_by = ?, open = null where id = ? and open")
                        .params(at, by, id)
                        .update()
                == 1;
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                row.getObject("id", UUID.class),
                row.getObject("participant", UUID.class),
                row.getObject("folder", UUID.class),
                row.getObject("document", UUID.class),
                row.getObject("given_at", Instant.class),
                row.getObject("given_by", UUID.class),
                row.getObject("revoked_at", Instant.class),
                row.getObject("revoked_by", UUID.class));
    }
}
