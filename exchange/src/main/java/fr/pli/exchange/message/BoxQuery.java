package fr.pli.exchange.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a box.
 *
 * @param words folded words, each the beginning of a word of the subject, the names or the file names
 * @param after where the page before ended, as {@link BoxPage#next()} gave it
 * @param limit rows of a page, 1 to 200
 */
public record BoxQuery(
        List<String> words,
        Order order,
        boolean descending,
        Filter filter,
        @Nullable String after,
        int limit) {

    public static final int PAGE = 25;
    public static final int MOST = 200;

    public BoxQuery {
        limit = Math.clamp(limit, 1, MOST);
    }

    public static BoxQuery newest() {
        return new BoxQuery(List.of(), Order.DATE, true, Filter.ALL, null, PAGE);
    }

    /** What was sent has no order by sender: it is the same person all along. */
    BoxQuery forSent() {
        return order == Order.SENDER ? byDate() : this;
    }

    /** What was taken out of the box is listed in the order in which it was. */
    BoxQuery forInbox() {
        return filter == Filter.REMOVED && order != Order.DATE ? byDate() : this;
    }

    /** The same order without a filter. */
    BoxQuery everything() {
        return new BoxQuery(words, order, descending, Filter.ALL, after, limit);
    }

    private BoxQuery byDate() {
        return new BoxQuery(words, Order.DATE, descending, filter, after, limit);
    }

    /** Each order is one index range of the box. */
    public enum Order {
        DATE,
        SUBJECT,
        SENDER,
        SIZE;

        public static Optional<Order> named(@Nullable String name) {
            return BoxQuery.named(values(), name);
        }
    }

    /** UNREAD and REMOVED (by the owner of the box) hold for the inbox only, DELETED for what was sent only. */
    public enum Filter {
        ALL,
        UNREAD,
        AVAILABLE,
        EXPIRED,
        REMOVED,
        DELETED;

        public static Optional<Filter> named(@Nullable String name) {
            return BoxQuery.named(values(), name);
        }
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, @Nullable String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
