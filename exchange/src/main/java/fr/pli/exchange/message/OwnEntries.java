package fr.pli.exchange.message;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Under which of their entries somebody whose accounts were merged has a letter (C-6): what was sent and received stays
 * with the entry it was sent by or to, and so do its receipts.
 */
@Component
public class OwnEntries {

    private final Directory directory;
    private final JdbcClient jdbc;

    OwnEntries(Directory directory, JdbcClient jdbc) {
        this.directory = directory;
        this.jdbc = jdbc;
    }

    /** The entry that sent or receives it; {@code person} where that one does, and where none does. */
    public Person of(Person person, UUID message) {
        if (person.entries().size() < 2) {
            return person;
        }
        return jdbc.sql("""
                        select entry from (
                          select m.sender as entry from message m where m.id = :message and m.sender in (:entries)
                          union all
                          select r.person from recipient r
                          where r.message = :message and r.person in (:entries) and r.kind <> 'FORMER') found
                        order by entry = :own desc, entry limit 1
                        """)
                .param("message", message)
                .param("entries", person.entries())
                .param("own", person.id())
                .query(UUID.class)
                .optional()
                .flatMap(directory::find)
                .orElse(person);
    }
}
