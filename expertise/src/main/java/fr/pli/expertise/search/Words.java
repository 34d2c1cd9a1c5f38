package fr.pli.expertise.search;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The words of a search in SQL; folded words hold letters and digits only, so none is a pattern of its own. */
final class Words {

    /** For each word after the first: the thing has a word that begins with it. */
    static String alsoHas(List<String> words, String expertise, String kind, String ref) {
        var conditions = new StringBuilder();
        for (int i = 1; i < words.size(); i++) {
            conditions.append("""
                     and exists (select 1 from expertise_token t%1$d
                                 where t%1$d.expertise = %2$s and t%1$d.token like :word%1$d
                                   and t%1$d.kind = '%3$s' and t%1$d.ref = %4$s)
                    """.formatted(i, expertise, kind, ref));
        }
        return conditions.toString();
    }

    static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec query, List<String> words) {
        JdbcClient.StatementSpec bound = query;
        for (int i = 0; i < words.size(); i++) {
            bound = bound.param("word" + i, words.get(i) + "%");
        }
        return bound;
    }

    private Words() {}
}
