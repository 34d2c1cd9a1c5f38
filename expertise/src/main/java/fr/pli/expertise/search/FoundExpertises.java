package fr.pli.expertise.search;

import fr.pli.expertise.rights.ExpertiseState;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Expertises by name, RG, MI, court and expert. */
@Component
class FoundExpertises {

    private final JdbcClient jdbc;

    FoundExpertises(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Found.OfExpertise> find(Collection<UUID> listed, List<String> words, int limit) {
        String sql = """
                select e.id, e.title, e.name, e.rg, e.mi, e.state
                from (select distinct ref from expertise_token
                      where expertise in (:listed) and token like :word0 and kind = 'EXPERTISE') t
                join expertise e on e.id = t.ref
                where true
                """ + Words.alsoHas(words, "e.id", "EXPERTISE", "e.id")
                + " order by e.created_at desc, e.id limit :limit";
        return Words.bind(jdbc.sql(sql), words)
                .param("listed", listed)
                .param("limit", limit)
                .query((row, number) -> new Found.OfExpertise(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getString("name"),
                        row.getString("rg"),
                        row.getString("mi"),
                        ExpertiseState.valueOf(row.getString("state"))))
                .list();
    }
}
