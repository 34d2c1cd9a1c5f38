package fr.pli.exchange.receipt;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Looks things up a thousand at a time: a statement has room for so many parameters only. */
final class Pages {

    private static final int PAGE = 1000;

    private Pages() {}

    static <T, V> Map<UUID, V> of(Collection<T> all, Function<List<T>, Map<UUID, V>> found) {
        List<T> list = List.copyOf(all);
        var together = new HashMap<UUID, V>();
        for (int from = 0; from < list.size(); from += PAGE) {
            together.putAll(found.apply(list.subList(from, Math.min(list.size(), from + PAGE))));
        }
        return together;
    }
}
