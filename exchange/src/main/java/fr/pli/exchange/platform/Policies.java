package fr.pli.exchange.platform;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is decided now. Read from the database in one statement over a few rows, once for each unit of work and at each
 * question outside of one: what an administrator changes holds on every node at the next one, and within a unit one
 * moment's decisions hold (ADR 0085). A value that its bounds no longer allow (the operator lowered a ceiling) counts as
 * not decided.
 */
@Component
public class Policies {

    private final JdbcClient jdbc;

    Policies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All decisions of this moment, in a unit of work those of its first question. */
    public Values now() {
        return OfUnit.get(this, this::read);
    }

    /** Something was decided in this unit of work: it holds in the rest of it. */
    public void changed() {
        OfUnit.forget(this);
    }

    private Values read() {
        return new Values(jdbc
                .sql("select name, value from policy")
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Decisions by the policy's name; absent where the standard holds. */
    public record Values(Map<String, String> decided) {

        public String text(Policy policy) {
            String value = decided.get(policy.name());
            return value == null || policy.read(policy.shown(value)).isEmpty() ? policy.standard() : value;
        }

        public long number(Policy policy) {
            return Long.parseLong(text(policy));
        }

        public OptionalLong optional(Policy policy) {
            String value = text(policy);
            return value.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value));
        }

        public Set<String> words(Policy policy) {
            return Arrays.stream(text(policy).split(" "))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** With other decisions beside these. */
        public Values with(Map<String, String> others) {
            var all = new HashMap<>(decided);
            all.putAll(others);
            return new Values(Map.copyOf(all));
        }
    }
}
