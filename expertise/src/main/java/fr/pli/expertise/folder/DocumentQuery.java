package fr.pli.expertise.folder;

import fr.pli.expertise.folder.Documents.DocumentRow;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a folder's list: an order and where the page before ended. What is not understood counts as not
 * said.
 *
 * @param value by which the last row of the page before was sorted; null for the first page
 * @param id its document, which decides among equals
 */
public record DocumentQuery(
        Order order,
        boolean descending,
        @Nullable String value,
        @Nullable UUID id,
        int limit) {

    public static final int PAGE = 50;
    private static final int MOST = 500;

    /** Each column of the list; texts in the database compare as they are shown. */
    public enum Order {
        NAME("d.name_key"),
        SIZE("lpad(d.length, 19, '0')"),
        DEPOSITOR("d.depositor_key"),
        DATE("date_format(coalesce(d.published_at, d.deposited_at), '%Y%m%d%H%i%s%f')"),
        COTE("lpad(coalesce(d.cote, ''), 20, ' ')");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param sort {@code name}, {@code size}, {@code depositor}, {@code date} or {@code cote}, with « - » in front for
     *     descending; newest first without it
     * @param after as a page gave it in {@code next}
     */
    public static DocumentQuery of(@Nullable String sort, @Nullable String after, int limit) {
        String named = sort == null ? "-date" : sort;
        boolean descending = named.startsWith("-");
        String column = descending ? named.substring(1) : named;
        Optional<Order> known = Arrays.stream(Order.values())
                .filter(order -> order.label().equals(column))
                .findFirst();
        Optional<Last> last = Last.read(after);
        return new DocumentQuery(
                known.orElse(Order.DATE),
                known.isEmpty() || descending,
                last.map(Last::value).orElse(null),
                last.map(Last::id).orElse(null),
                Math.clamp(limit, 1, MOST));
    }

    public String sort() {
        return (descending ? "-" : "") + order.label();
    }

    /** {@code ascending}, {@code descending} or null, for {@code aria-sort}. */
    public @Nullable String sorted(String column) {
        return order.label().equals(column) ? descending ? "descending" : "ascending" : null;
    }

    /** The list sorted by a column; a second press turns it round. Dates and sizes begin with the largest. */
    public String by(String column) {
        boolean same = order.label().equals(column);
        boolean down = same ? !descending : column.equals("date") || column.equals("size");
        return (down ? "-" : "") + column;
    }

    String beyond() {
        return """
                 and (:value is null or %1$s %2$s :value or %1$s = :value and d.id %2$s :id)
                """.formatted(order.sql, descending ? "<" : ">");
    }

    String ordered() {
        return " order by %1$s %2$s, d.id %2$s limit :limit".formatted(order.sql, descending ? "desc" : "asc");
    }

    String sortedBy() {
        return order.sql;
    }

    String next(DocumentRow last) {
        return new Last(last.sorted(), last.document().id()).text();
    }

    /** Where the page before ended, as it was given in {@code next}; null for the first page. */
    public @Nullable String after() {
        return value == null || id == null ? null : new Last(value, id).text();
    }

    private record Last(String value, UUID id) {

        String text() {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(value.getBytes(StandardCharsets.UTF_8)) + "."
                    + id;
        }

        static Optional<Last> read(@Nullable String text) {
            int dot = text == null ? -1 : text.indexOf('.');
            if (text == null || dot < 0) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Last(
                        new String(Base64.getUrlDecoder().decode(text.substring(0, dot)), StandardCharsets.UTF_8),
                        UUID.fromString(text.substring(dot + 1))));
            } catch (IllegalArgumentException foreign) {
                return Optional.empty();
            }
        }
    }
}
