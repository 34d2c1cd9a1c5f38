package fr.pli.exchange.account;

import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.Outbox;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is told when something needs an administrator. */
@Component
public class Administrators {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Outbox outbox;

    Administrators(JdbcClient jdbc, Directory directory, Outbox outbox) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.outbox = outbox;
    }

    /** Those who can act now. */
    public Collection<Person> active() {
        return directory
                .findAll(jdbc.sql("select id from person where profile = 'ADMINISTRATOR' and state = 'ACTIVE'")
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list())
                .values();
    }

    /** One mail to each of them, in the caller's unit. @param refs as of a {@link Letter} */
    public void mail(String template, Map<String, String> refs) {
        active().forEach(person ->
                outbox.stage(new Letter(person.email(), person.id(), person.language(), template, null, refs)));
    }
}
