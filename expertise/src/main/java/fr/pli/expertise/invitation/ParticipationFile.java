package fr.pli.expertise.invitation;

import fr.pli.exchange.privacy.PersonalFile;
import org.springframework.stereotype.Component;

/** Roles that somebody has or had, in the archive of what is known of them. */
@Component
class ParticipationFile implements PersonalFile {

    @Override
    public String name() {
        return "expertises";
    }

    @Override
    public String sql() {
        return """
                select e.name as expertise, p.role, y.name as party, p.joined_at, p.left_at, p.consent_at
                from participant p join expertise e on e.id = p.expertise left join party y on y.id = p.party
                where p.person = :person order by p.id
                """;
    }
}
