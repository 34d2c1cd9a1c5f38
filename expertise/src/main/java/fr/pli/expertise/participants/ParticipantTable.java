package fr.pli.expertise.participants;

import fr.pli.expertise.rights.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code participant}: one for each role that somebody has or had. */
@Repository
class ParticipantTable {

    private static final String SELECT = """
            select p.id, p.expertise, p.person, p.role, p.party, p.joined_at, p.left_at, p.consent_at, p.consent_by
            from participant p
            """;

    private final JdbcClient jdbc;

    ParticipantTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Roles that last, of somebody who can sign in. */
    List<Participant> present(UUID person, Collection<UUID> expertises) {
        return expertises.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + """
                        join person w on w.id = p.person and w.state = 'ACTIVE'
                        where p.person = :person and p.left_at is null and p.expertise in (:expertises)
                        order by p.id
                        """)
                        .param("person", person)
                        .param("expertises", new HashSet<>(expertises))
                        .query(ParticipantTable::participant)
                        .list();
    }

    List<Participant> of(UUID expertise) {
        return jdbc.sql(SELECT + "where p.expertise = ? order by p.id")
                .param(expertise)
                .query(ParticipantTable::participant)
                .list();
    }

    List<Participant> of(UUID expertise, UUID person) {
        return jdbc.sql(SELECT + "where p.expertise = ? and p.person = ? order by p.id")
                .params(expertise, person)
                .query(ParticipantTable::participant)
                .list();
    }

    Optional<Participant> find(UUID id) {
        return jdbc.sql(SELECT + "where p.id = ?")
                .param(id)
                .query(ParticipantTable::participant)
                .optional();
    }

    /** Read under a lock that a departure waits for: either it finds the role that is being given, or it is seen here. */
    boolean departed(UUID person) {
        return jdbc.sql("select state = 'DEPARTED' from person where id = ? lock in share mode")
                .param(person)
                .query(Boolean.class)
                .single();
    }

    /** @return false where the person has this role already: the unique key decides */
    boolean add(Participant participant, UUID by) {
        try {
            jdbc.sql("""
                    insert into participant (id, expertise, person, role, party, joined_at, joined_by, open)
                    values (:id, :expertise, :person, :role, :party, :now, :by, :open)
                    """)
                    .param("id", participant.id())
                    .param("expertise", participant.expertise())
                    .param("person", participant.person())
                    .param("role", participant.role().name())
                    .param("party", participant.party())
                    .param("now", participant.joinedAt())
                    .param("by", by)
                    .param("open", open(participant.role(), participant.party()))
                    .update();
            return true;
        } catch (DuplicateKeyException already) {
            return false;
        }
    }

    /** @return whether it still lasted */
    boolean end(UUID id, UUID by, Instant now) {
        return jdbc.sql("""
                        update participant set left_at = :now, left_by = :by, open = null
                        where id = :id and left_at is null
                        """).param("now", now).param("by", by).param("id", id).update() == 1;
    }

    /** @return whether none was recorded before */
    boolean consent(UUID id, UUID by, Instant at) {
        return jdbc.sql("""
                        update participant set consent_at = :at, consent_by = :by
                        where id = :id and left_at is null and consent_at is null
                        """).param("at", at).param("by", by).param("id", id).update() == 1;
    }

    void told(UUID id, Instant now) {
        jdbc.sql("update participant set told_at = ? where id = ?")
                .params(now, id)
                .update();
    }

    boolean wasTold(UUID id) {
        return jdbc.sql("select told_at is not null from participant where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    List<Participant> untold(UUID expertise) {
        return jdbc.sql(SELECT + "where p.expertise = ? and p.left_at is null and p.told_at is null order by p.id")
                .param(expertise)
                .query(ParticipantTable::participant)
                .list();
    }

    private static String open(Role role, @Nullable UUID party) {
        return party == null ? role.name() : role.name() + " " + party;
    }

    private static Participant participant(ResultSet row, int number) throws SQLException {
        return new Participant(
                row.getObject("id", UUID.class),
                row.getObject("expertise", UUID.class),
                row.getObject("person", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getObject("party", UUID.class),
                row.getObject("joined_at", Instant.class),
                row.getObject("left_at", Instant.class),
                row.getObject("consent_at", Instant.class),
                row.getObject("consent_by", UUID.class));
    }
}
