package fr.pli.expertise.participants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code party}. */
@Repository
class PartyTable {

    private static final String SELECT =
            "select id, expertise, side, name, expert_deposits, position, pays from party ";

    private final JdbcClient jdbc;

    PartyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Party> of(UUID expertise) {
        return jdbc.sql(SELECT + "where expertise = ? order by position")
                .param(expertise)
                .query(PartyTable::party)
                .list();
    }

    List<Party> findAll(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "where id in (:ids)")
                        .param("ids", new HashSet<>(ids))
                        .query(PartyTable::party)
                        .list();
    }

    /** One after the other for each expertise: the caller holds its row. */
    int nextPosition(UUID expertise) {
        return jdbc.sql("select coalesce(max(position) + 1, 0) from party where expertise = ?")
                .param(expertise)
                .query(Integer.class)
                .single();
    }

    void add(Party party, Instant now) {
        jdbc.sql("""
                insert into party (id, version, expertise, side, name, expert_deposits, pays, position, created_at)
                values (:id, 0, :expertise, :side, :name, :deposits, :pays, :position, :now)
                """)
                .param("id", party.id())
                .param("expertise", party.expertise())
                .param("side", party.side().name())
                .param("name", party.name())
                .param("deposits", party.expertDeposits())
                .param("pays", party.pays())
                .param("position", party.position())
                .param("now", now)
                .update();
    }

    /** @return whether it was another one before */
    boolean mode(UUID party, boolean expertDeposits) {
        return jdbc.sql("""
                        update party set expert_deposits = :deposits, version = version + 1
                        where id = :id and expert_deposits <> :deposits
                        """)
                        .param("deposits", expertDeposits)
                        .param("id", party)
                        .update()
                == 1;
    }

    void pays(UUID party, boolean pays) {
        jdbc.sql("update party set pays = :pays, version = version + 1 where id = :id and pays <> :pays")
                .param("pays", pays)
                .param("id", party)
                .update();
    }

    private static Party party(ResultSet row, int number) throws SQLException {
        return new Party(
                row.getObject("id", UUID.class),
                row.getObject("expertise", UUID.class),
                Party.Side.valueOf(row.getString("side")),
                row.getString("name"),
                row.getBoolean("expert_deposits"),
                row.getInt("position"),
                row.getBoolean("pays"));
    }
}
