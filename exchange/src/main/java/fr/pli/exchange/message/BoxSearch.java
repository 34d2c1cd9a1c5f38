package fr.pli.exchange.message;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds one page of a box. The plan is chosen here and not by the optimiser: without words, or with words that are
 * everywhere, the box is walked in its order until the page is full; with a rare word its few messages are looked up.
 * The pieces of SQL are constants; whatever a person typed is a parameter.
 */
@Component
class BoxSearch {

    /** Up to here messages found by a word are looked up and sorted; beyond, walking the box is faster. */
    private static final int RARE = 500;

    private static final int MOST_WORDS = 8;

    private static final String RARE_WORD =
            "from (select distinct message from message_token where person in (:owner) and token like :rare) w";

    private final JdbcClient jdbc;
    private final Clock clock;

    BoxSearch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One row more than asked for when there is a next page.
     *
     * @param owner the entries whose box it is, the one that is used first; nearly always one
     */
    List<FoundRow> find(Box box, List<UUID> owner, BoxQuery query) {
        String key = box.key(query);
        Words words = words(owner, query);
        return rows(
                "select m.id, m.reference, m.sender, m.sent_by, m.subject, m.state, m.file_count, m.byte_count, m.ends_at, "
                        + box.columns() + ", " + key + " as sorted "
                        + (words.rare()
                                ? RARE_WORD + box.joined()
                                : box.walked(fewAlive(owner, query) ? query : query.everything()))
                        + " where " + box.where(query.filter()) + box.once(owner.size()) + " and " + key
                        + " is not null"
                        + words.conditions(box.id())
                        + page(query, key, box.id()),
                owner,
                query,
                words);
    }

    /** A few messages that have not ended are found by their end and sorted; among many the box is walked. */
    private boolean fewAlive(Collection<UUID> owner, BoxQuery query) {
        return query.filter() != BoxQuery.Filter.AVAILABLE
                || jdbc.sql("select 1 from recipient where person in (:owner) and ends_at > :now limit " + (RARE + 1))
                                .param("owner", owner)
                                .param("now", clock.instant())
                                .query((row, number) -> number)
                                .list()
                                .size()
                        <= RARE;
    }

    private List<FoundRow> rows(String sql, List<UUID> owner, BoxQuery query, Words words) {
        Map<String, Object> parameters = new HashMap<>(words.parameters());
        parameters.put("owner", owner);
        parameters.put("own", owner.getFirst());
        parameters.put("now", clock.instant());
        parameters.put("limit", query.limit() + 1);
        Cursor.parse(query.after())
                .flatMap(cursor -> value(query.order(), cursor))
                .ifPresent(value -> {
                    parameters.put("after", value);
                    parameters.put(
                            "message", Cursor.parse(query.after()).orElseThrow().message());
                });
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, number) -> FoundRow.of(row, query.order()))
                .list();
    }

    /** Keyed paging and order; the id decides among equals. */
    private static String page(BoxQuery query, String key, String id) {
        String direction = query.descending() ? " desc" : "";
        String compare = query.descending() ? "<" : ">";
        boolean after = Cursor.parse(query.after())
                .flatMap(cursor -> value(query.order(), cursor))
                .isPresent();
        String from = after
                ? " and %1$s %2$s= :after and (%1$s %2$s :after or %3$s %2$s :message)".formatted(key, compare, id)
                : "";
        return from + " order by " + key + direction + ", " + id + direction + " limit :limit";
    }

    private static Optional<Object> value(BoxQuery.Order order, Cursor cursor) {
        try {
            return Optional.of(
                    switch (order) {
                        case DATE -> Instant.ofEpochMilli(Long.parseLong(cursor.value()));
                        case SIZE -> Long.parseLong(cursor.value());
                        case SUBJECT, SENDER -> cursor.value();
                    });
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
    }

    private Words words(Collection<UUID> owner, BoxQuery query) {
        List<String> typed = query.words().subList(0, Math.min(query.words().size(), MOST_WORDS));
        String rarest = null;
        int fewest = Integer.MAX_VALUE;
        for (String word : typed) {
            int found = frequency(owner, word);
            if (found < fewest) {
                fewest = found;
                rarest = word;
            }
        }
        return new Words(typed, fewest <= RARE ? rarest : null);
    }

    private int frequency(Collection<UUID> owner, String word) {
        return jdbc.sql("""
                        select count(*) from (
                          select 1 from message_token where person in (:owner) and token like :word limit %d) found
                        """.formatted(RARE + 1))
                .param("owner", owner)
                .param("word", word + "%")
                .query(Integer.class)
                .single();
    }
}
