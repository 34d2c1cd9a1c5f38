package fr.pli.exchange.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of a search as conditions.
 *
 * @param typed folded: letters and digits only, so none can be a pattern of its own
 * @param rarest the one that few messages have, if there is one
 */
record Words(List<String> typed, @Nullable String rarest) {

    boolean rare() {
        return rarest != null;
    }

    /** A scalar subquery each, which the optimiser leaves in its place: one look into the index per message. */
    String conditions(String message) {
        var conditions = new StringBuilder();
        for (int i = 0; i < typed.size(); i++) {
            if (!typed.get(i).equals(rarest)) {
                conditions.append("""
                         and (select 1 from message_token t force index (message_token_message)
                              where t.person in (:owner) and t.message = %s and t.token like :word%d limit 1) = 1
                        """.formatted(message, i));
            }
        }
        return conditions.toString();
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        for (int i = 0; i < typed.size(); i++) {
            parameters.put("word" + i, typed.get(i) + "%");
        }
        if (rarest != null) {
            parameters.put("rare", rarest + "%");
        }
        return parameters;
    }
}
