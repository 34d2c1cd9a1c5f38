package fr.pli.expertise.search;

import fr.pli.exchange.platform.Folding;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Parties by their name, people who take part now by theirs; addresses are not searched, not everybody may know them. */
@Component
class FoundParticipants {

    private final JdbcClient jdbc;

    FoundParticipants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Found.OfParticipant> find(Collection<UUID> listed, List<String> words, int limit) {
        return Stream.concat(parties(listed, words, limit).stream(), people(listed, words, limit).stream())
                .limit(limit)
                .toList();
    }

    private List<Found.OfParticipant> parties(Collection<UUID> listed, List<String> words, int limit) {
        String sql = """
                select p.name, 'PARTY' as role, null as party, e.id as expertise, e.title
                from (select distinct ref from expertise_token
                      where expertise in (:listed) and token like :word0 and kind = 'PARTY') t
                join party p on p.id = t.ref
                join expertise e on e.id = p.expertise
                where true
                """ + Words.alsoHas(words, "p.expertise", "PARTY", "p.id")
                + " order by p.name, e.title, e.id limit :limit";
        return hits(sql, listed, words, limit);
    }

    /** The words of the directory hold more than the name: a name that does not have them all is dropped again. */
    private List<Found.OfParticipant> people(Collection<UUID> listed, List<String> words, int limit) {
        var sql = new StringBuilder("""
                select concat_ws(' ', nullif(w.first_name, ''), w.last_name) as name, u.role, p.name as party,
                       e.id as expertise, e.title
                from participant u
                join person w on w.id = u.person
                join expertise e on e.id = u.expertise
                left join party p on p.id = u.party
                where u.expertise in (:listed) and u.left_at is null
                """);
        for (int i = 0; i < words.size(); i++) {
            sql.append(" and u.person in (select person from person_token where token like :word")
                    .append(i)
                    .append(')');
        }
        sql.append(" order by w.last_name, w.first_name, e.title, u.id limit :limit");
        return hits(sql.toString(), listed, words, limit).stream()
                .filter(hit -> named(hit.name(), words))
                .toList();
    }

    private List<Found.OfParticipant> hits(String sql, Collection<UUID> listed, List<String> words, int limit) {
        return Words.bind(jdbc.sql(sql), words)
                .param("listed", listed)
                .param("limit", limit)
                .query((row, number) -> new Found.OfParticipant(
                        row.getString("name"),
                        row.getString("role"),
                        row.getString("party"),
                        row.getObject("expertise", UUID.class),
                        row.getString("title")))
                .list();
    }

    private static boolean named(String name, List<String> words) {
        List<String> own = Folding.words(name);
        return words.stream().allMatch(word -> own.stream().anyMatch(part -> part.startsWith(word)));
    }
}
