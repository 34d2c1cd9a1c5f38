package fr.pli.exchange.message.web;

import fr.pli.exchange.message.BoxQuery;
import fr.pli.exchange.platform.Folding;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A list's address as typed, with what is not understood taken as not said.
 *
 * @param q words searched
 * @param order what the list is sorted by
 */
record BoxAsked(
        String q,
        BoxQuery.Order order,
        boolean descending,
        BoxQuery.Filter filter,
        @Nullable String after) {

    /** @param sort {@code date}, {@code subject}, {@code sender} or {@code size}, with « - » in front for descending */
    static BoxAsked of(@Nullable String q, @Nullable String sort, @Nullable String filter, @Nullable String after) {
        String named = sort == null ? "-date" : sort;
        boolean descending = named.startsWith("-");
        return new BoxAsked(
                q == null ? "" : q.strip(),
                BoxQuery.Order.named(descending ? named.substring(1) : named).orElse(BoxQuery.Order.DATE),
                descending,
                BoxQuery.Filter.named(filter).orElse(BoxQuery.Filter.ALL),
                after);
    }

    BoxQuery query(int limit) {
        return new BoxQuery(Folding.words(q), order, descending, filter, after, limit);
    }

    /** Whether there is something to undo: words or a filter. */
    public boolean narrowed() {
        return !q.isEmpty() || filter != BoxQuery.Filter.ALL;
    }

    public String sort() {
        return (descending ? "-" : "") + order.name().toLowerCase(Locale.ROOT);
    }

    public String filtered() {
        return filter.name().toLowerCase(Locale.ROOT);
    }

    /** {@code ascending}, {@code descending} or null, for {@code aria-sort}. */
    public @Nullable String sorted(String column) {
        return order.name().toLowerCase(Locale.ROOT).equals(column) ? descending ? "descending" : "ascending" : null;
    }

    /** The list sorted by a column; a second press turns it round. Dates and sizes begin with the largest. */
    public String by(String column) {
        boolean same = order.name().toLowerCase(Locale.ROOT).equals(column);
        boolean down = same ? !descending : column.equals("date") || column.equals("size");
        return address((down ? "-" : "") + column, null);
    }

    public String first() {
        return address(sort(), null);
    }

    public String following(String next) {
        return address(sort(), next);
    }

    private String address(String sorting, @Nullable String next) {
        var address = UriComponentsBuilder.newInstance().queryParam("sort", sorting);
        if (!q.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        if (filter != BoxQuery.Filter.ALL) {
            address.queryParam("filter", filtered());
        }
        if (next != null) {
            address.queryParam("after", next);
        }
        var built = address.encode().build();
        return (q.isEmpty() ? built : built.expand(q)).toUriString();
    }
}
