package fr.pli.expertise.designation;

import fr.pli.exchange.account.Person;
import fr.pli.expertise.statistics.DesignationAnswers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Designations of a period by what became of them, for those whose they are (S-2). */
@Component
class CountedAnswers implements DesignationAnswers {

    private final JdbcClient jdbc;

    CountedAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Long> count(Person reader, Instant from, Instant to) {
        var counts = new LinkedHashMap<String, Long>();
        jdbc.sql("""
                        select state, count(*) from designation
                        where (holder = :me or author = :me or expert = :me) and sent_at >= :from and sent_at < :to
                        group by state order by state
                        """)
                .param("me", reader.id())
                .param("from", from)
                .param("to", to)
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        return counts;
    }
}
