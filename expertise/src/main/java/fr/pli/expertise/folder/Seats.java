package fr.pli.expertise.folder;

import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Place;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.rights.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who stands where now, in one question to the database: present roles of active people beside folders, the state, the
 * mode of the party and the grants. Who is there for a party only has no place before the expertise was opened (M-4).
 */
@Component
class Seats {

    private static final String SEATS = """
            select f.*, coalesce(y.expert_deposits, false) as expert_deposits, e.state,
                   p.person, p.id as participant, p.role, p.party,
                   exists (select 1 from document_grant g
                           where g.participant = p.id and g.open and g.folder is not null
                             and f.lineage like concat('%', g.folder, '%')) as granted""";

    private static final String NOTHING = ", false as published, false as proposed, false as single";

    private static final String ABOUT = """
            , exists (select 1 from document d
                      where d.message = :message and (:file is null or d.file = :file) and d.status = 'PUBLISHED')
                as published,
              exists (select 1 from document d
                      where d.message = :message and (:file is null or d.file = :file) and d.status <> 'PUBLISHED')
                as proposed,
              exists (select 1 from document_grant g join document d on d.id = g.document
                      where g.participant = p.id and g.open and d.message = :message
                        and (:file is null or d.file = :file) and d.status = 'PUBLISHED') as single
            """;

    private static final String ROLES = """
             from folder f
             join expertise e on e.id = f.expertise
             left join party y on y.id = f.owner
             join participant p on p.expertise = f.expertise and p.left_at is null
            """;

    private static final String BESIDE = ROLES + """
             join person h on h.id = p.person and h.state = 'ACTIVE'
            where (e.opened_at is not null
                   or exists (select 1 from participant q
                              where q.expertise = e.id and q.person = p.person and q.left_at is null
                                and q.role not in ('AVOCAT', 'PARTY_PUBLISHER', 'PARTY_READER', 'EXPERT_FOR_PARTY')))""";

    private final JdbcClient jdbc;

    Seats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Seat> beside(UUID person, Collection<UUID> folders) {
        return folders.isEmpty()
                ? List.of()
                : jdbc.sql(SEATS + NOTHING + BESIDE + " and p.person = :person and f.id in (:folders)")
                        .param("person", person)
                        .param("folders", folders)
                        .query((row, number) -> seat(row))
                        .list();
    }

    /** Of a person in all folders of an expertise. */
    List<Seat> within(UUID person, UUID expertise) {
        return jdbc.sql(SEATS + NOTHING + BESIDE + " and p.person = :person and f.expertise = :expertise")
                .param("person", person)
                .param("expertise", expertise)
                .query((row, number) -> seat(row))
                .list();
    }

    /** The same whether or not the person can sign in or the expertise is in their list already: for explaining only. */
    List<Seat> regardless(UUID person, UUID expertise) {
        return jdbc.sql(SEATS + NOTHING + ROLES + " where p.person = :person and f.expertise = :expertise")
                .param("person", person)
                .param("expertise", expertise)
                .query((row, number) -> seat(row))
                .list();
    }

    /** Of a person, wherever a folder holds more than that person has downloaded or deposited (E-6). */
    List<Seat> unread(UUID person, Collection<UUID> expertises) {
        return expertises.isEmpty()
                ? List.of()
                : jdbc.sql(SEATS + NOTHING + BESIDE + """
                         and p.person = :person and f.expertise in (:expertises)
                           and f.documents > coalesce((select r.documents from folder_reading r
                                                       where r.person = :person and r.folder = f.id), 0)
                        """)
                        .param("person", person)
                        .param("expertises", expertises)
                        .query((row, number) -> seat(row))
                        .list();
    }

    /** Of everybody in all folders of an expertise. */
    List<Seat> all(UUID expertise) {
        return jdbc.sql(SEATS + NOTHING + BESIDE + " and f.expertise = :expertise")
                .param("expertise", expertise)
                .query((row, number) -> seat(row))
                .list();
    }

    /** Of everybody beside one folder. */
    List<Seat> around(UUID folder) {
        return jdbc.sql(SEATS + NOTHING + BESIDE + " and f.id = :folder")
                .param("folder", folder)
                .query((row, number) -> seat(row))
                .list();
    }

    /** @param file null: about the whole message */
    List<Seat> about(UUID person, UUID folder, UUID message, @Nullable UUID file) {
        return jdbc.sql(SEATS + ABOUT + BESIDE + " and p.person = :person and f.id = :folder")
                .param("person", person)
                .param("folder", folder)
                .param("message", message)
                .param("file", file)
                .query((row, number) -> seat(row))
                .list();
    }

    private static Seat seat(ResultSet row) throws SQLException {
        Folder folder = FolderRows.folder(row);
        Role role = Role.valueOf(row.getString("role"));
        UUID participant = row.getObject("participant", UUID.class);
        UUID own = role == Role.SAPITEUR ? participant : row.getObject("party", UUID.class);
        return new Seat(
                folder,
                new Place(folder.kind(), folder.owner(), row.getBoolean("expert_deposits")),
                ExpertiseState.valueOf(row.getString("state")),
                row.getObject("person", UUID.class),
                participant,
                new Standing(role, own),
                row.getBoolean("granted"),
                row.getBoolean("published"),
                row.getBoolean("proposed"),
                row.getBoolean("single"));
    }
}
