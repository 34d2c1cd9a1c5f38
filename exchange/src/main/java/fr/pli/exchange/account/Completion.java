package fr.pli.exchange.account;

import fr.pli.exchange.platform.Folding;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds whom somebody may write to while they type, by {@link SearchWords} and the rules of {@link Sight}. */
@Component
class Completion {

    /** More words than this say nothing more. */
    static final int MOST_WORDS = 6;

    private final JdbcClient jdbc;

    Completion(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names that begin with the first word typed come first. */
    List<Person> complete(Person viewer, String typed, int limit) {
        List<String> words = Folding.words(typed).stream().limit(MOST_WORDS).toList();
        if (words.isEmpty() || limit < 1 || viewer.guest()) {
            return List.of();
        }
        var query = jdbc.sql(sql(words.size()))
                .param("viewerOrganisation", viewer.organisationId())
                .param("viewerProfile", viewer.profile().name())
                .param("limit", limit);
        for (int i = 0; i < words.size(); i++) {
            query = query.param("word" + i, words.get(i) + "%");
        }
        return query.query(PersonRows::person).list();
    }

    boolean reachable(Person sender, Person other) {
        return Sight.finds(sender, other);
    }

    static String sql(int words) {
        var sql = new StringBuilder(PersonRows.SELECT)
                .append("where p.merged_into is null and ")
                .append(Sight.VISIBLE);
        for (int i = 0; i < words; i++) {
            sql.append(" and ").append(hasWord("word" + i));
        }
        return sql.append("""

                order by (p.last_name like :word0 or p.first_name like :word0) desc,
                         p.last_name, p.first_name, p.id
                limit :limit
                """).toString();
    }

    /** Condition on {@code person p}: one of its words begins with the parameter, which ends in "%". */
    static String hasWord(String parameter) {
        return "p.id in (select person from person_token where token like :" + parameter + ")";
    }
}
