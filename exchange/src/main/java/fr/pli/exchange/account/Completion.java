package fr.pli.exchange.account;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom somebody finds and may write to: justice staff, and the members of one's own body. */
@Component
class Completion {

    private final JdbcClient jdbc;

    Completion(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Person> complete(Person viewer, String typed, int limit) {
        return jdbc
                .sql(PersonRows.SELECT + "where p.last_name like concat(:typed, '%') order by p.last_name, p.id")
                .param("typed", typed.replaceAll("[\\\\%_]", "\\\\$0"))
                .query(PersonRows::person)
                .list()
                .stream()
                .filter(other -> reachable(viewer, other))
                .limit(limit)
                .toList();
    }

    boolean reachable(Person sender, Person other) {
        return other.state().receives()
                && (sender.profile().justiceStaff()
                        || other.profile().justiceStaff()
                        || sender.organisationId().equals(other.organisationId()));
    }
}
