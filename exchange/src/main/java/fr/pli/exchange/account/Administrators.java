package fr.pli.exchange.account;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is told when something needs an administrator. */
@Component
public class Administrators {

    private final JdbcClient jdbc;
    private final Directory directory;

    Administrators(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    /** Those who can act now. */
    public Collection<Person> active() {
        return directory
                .findAll(jdbc.sql("select id from person where profile = 'ADMINISTRATOR' and state = 'ACTIVE'")
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list())
                .values();
    }
}
