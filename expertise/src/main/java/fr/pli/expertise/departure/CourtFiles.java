package fr.pli.expertise.departure;

import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The expertises that somebody of a court takes part in as magistrat or greffier, and those they have left (T-2). */
@Repository
class CourtFiles {

    /** The states in which a file needs its magistrat and its greffier. */
    static final Set<ExpertiseState> ONGOING =
            EnumSet.of(ExpertiseState.SETUP, ExpertiseState.OPEN, ExpertiseState.PAUSED);

    private static final String PRESENT = """
            select p.id as participant, p.role, e.id, e.expert, e.state, e.title, e.rg, e.court
            from participant p join expertise e on e.id = p.expertise
            where p.person = :person and p.left_at is null and p.role in ('MAGISTRAT', 'GREFFIER')
            order by e.id, p.id
            """;

    private static final String LEFT = """
            select p.id as participant, p.role, e.id, e.expert, e.state, e.title, e.rg, e.court
            from departure_file f
            join participant p on p.id = f.participant
            join expertise e on e.id = f.expertise
            where f.departure = :departure
            order by e.id, p.id
            """;

    private final JdbcClient jdbc;

    CourtFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CourtFile> present(UUID person) {
        return jdbc.sql(PRESENT).param("person", person).query(CourtFiles::file).list();
    }

    /** As {@link #present}, holding the rows until the unit ends: no state changes meanwhile. */
    List<CourtFile> held(UUID person) {
        return jdbc.sql(PRESENT + " for update")
                .param("person", person)
                .query(CourtFiles::file)
                .list();
    }

    /** What a departure was about when it took effect. */
    List<CourtFile> left(UUID departure) {
        return jdbc.sql(LEFT)
                .param("departure", departure)
                .query(CourtFiles::file)
                .list();
    }

    /** @param successor the role that took the place of the one that ended */
    void leave(UUID departure, CourtFile file, @Nullable UUID successor) {
        jdbc.sql("""
                insert into departure_file (departure, participant, expertise, successor)
                values (:departure, :participant, :expertise, :successor)
                """)
                .param("departure", departure)
                .param("participant", file.participant())
                .param("expertise", file.expertise())
                .param("successor", successor)
                .update();
    }

    void inherit(UUID departure, CourtFile file, @Nullable UUID successor) {
        jdbc.sql("""
                update departure_file set successor = :successor
                where departure = :departure and participant = :participant
                """)
                .param("successor", successor)
                .param("departure", departure)
                .param("participant", file.participant())
                .update();
    }

    private static CourtFile file(ResultSet row, int number) throws SQLException {
        return new CourtFile(
                row.getObject("id", UUID.class),
                row.getObject("participant", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getObject("expert", UUID.class),
                ExpertiseState.valueOf(row.getString("state")),
                row.getString("title"),
                row.getString("rg"),
                row.getString("court"));
    }
}
