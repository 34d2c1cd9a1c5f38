package fr.pli.expertise.departure;

import fr.pli.exchange.privacy.PersonalFile;
import org.springframework.stereotype.Component;

/** What somebody declared, in the archive of what is known of them. */
@Component
class DepartureFile implements PersonalFile {

    @Override
    public String name() {
        return "departures";
    }

    @Override
    public String sql() {
        return """
                select d.last_day, d.cause, d.state, d.declared_at, d.changed_at, d.effective_at
                from departure d where d.person = :person order by d.id
                """;
    }
}
