package fr.pli.exchange.message;

import java.time.Clock;
import java.time.Instant;
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

    private static final String INBOX_COLUMNS = """
            select m.id, m.reference, m.sender, m.subject, m.state, m.file_count, m.byte_count, m.available_at,
                   m.ends_at, r.seen_at is null as unread, %s as sorted
            """;
    private static final String SENT_COLUMNS = """
            select m.id, m.reference, m.sender, m.subject, m.state, m.file_count, m.byte_count, m.available_at,
                   m.ends_at, false as unread, %s as sorted
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    BoxSearch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One row more than asked for when there is a next page. */
    List<FoundRow> inbox(UUID owner, BoxQuery query) {
        String key = inboxKey(query.order());
        Words words = words(owner, query);
        String from = words.rare()
                ? RARE_WORD
                        + " straight_join recipient r on r.message = w.message and r.person = :owner"
                        + " straight_join message m on m.id = r.message"
                : "from recipient r force index (%s) straight_join message m on m.id = r.message"
                        .formatted(inboxIndex(query));
        String where = " where r.person = :owner and " + key + " is not null" + inboxFilter(query.filter());
        return rows(
                INBOX_COLUMNS.formatted(key)
                        + from
                        + where
                        + words.conditions("r.message")
                        + page(query, key, "r.message"),
                owner,
                query,
                words);
    }

    List<FoundRow> sent(UUID owner, BoxQuery query) {
        String key = sentKey(query.order());
        Words words = words(owner, query);
        String from = words.rare()
                ? RARE_WORD + " straight_join message m on m.id = w.message"
                : "from message m force index (%s)".formatted(sentIndex(query.order()));
        String where = " where m.sender = :owner and m.available_at is not null and m.origin_kind = 'letter'"
                + sentFilter(query.filter());
        return rows(
                SENT_COLUMNS.formatted(key) + from + where + words.conditions("m.id") + page(query, key, "m.id"),
                owner,
                query,
                words);
    }

    private static final String RARE_WORD =
            "from (select distinct message from message_token where person = :owner and token like :rare) w";

    private List<FoundRow> rows(String sql, UUID owner, BoxQuery query, Words words) {
        Map<String, Object> parameters = new HashMap<>(words.parameters());
        parameters.put("owner", owner);
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

    private static String inboxKey(BoxQuery.Order order) {
        return switch (order) {
            case DATE -> "r.available_at";
            case SUBJECT -> "r.subject_key";
            case SENDER -> "r.sender_key";
            case SIZE -> "r.bytes";
        };
    }

    private static String inboxIndex(BoxQuery query) {
        return switch (query.filter()) {
            case UNREAD -> "recipient_unread";
            case AVAILABLE -> "recipient_end";
            case ALL, EXPIRED, DELETED ->
                switch (query.order()) {
                    case DATE -> "recipient_box";
                    case SUBJECT -> "recipient_subject";
                    case SENDER -> "recipient_sender";
                    case SIZE -> "recipient_bytes";
                };
        };
    }

    private static String inboxFilter(BoxQuery.Filter filter) {
        return switch (filter) {
            case ALL -> "";
            case UNREAD -> " and r.seen_at is null";
            case AVAILABLE -> " and r.ends_at > :now";
            case EXPIRED -> " and r.ends_at <= :now";
            case DELETED -> " and false";
        };
    }

    private static String sentKey(BoxQuery.Order order) {
        return switch (order) {
            case DATE, SENDER -> "m.available_at";
            case SUBJECT -> "m.subject_key";
            case SIZE -> "m.byte_count";
        };
    }

    private static String sentIndex(BoxQuery.Order order) {
        return switch (order) {
            case DATE, SENDER -> "message_sent_date";
            case SUBJECT -> "message_sent_subject";
            case SIZE -> "message_sent_bytes";
        };
    }

    private static String sentFilter(BoxQuery.Filter filter) {
        return switch (filter) {
            case ALL, UNREAD -> "";
            case AVAILABLE -> " and m.state = 'SENT' and (m.ends_at is null or m.ends_at > :now)";
            case EXPIRED -> " and m.state in ('SENT', 'EXPIRED') and m.ends_at <= :now";
            case DELETED -> " and m.state = 'DELETED'";
        };
    }

    private Words words(UUID owner, BoxQuery query) {
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

    private int frequency(UUID owner, String word) {
        return jdbc.sql("""
                        select count(*) from (
                          select 1 from message_token where person = :owner and token like :word limit %d) found
                        """.formatted(RARE + 1))
                .param("owner", owner)
                .param("word", word + "%")
                .query(Integer.class)
                .single();
    }
}
