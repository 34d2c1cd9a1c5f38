package fr.pli.expertise.designation;

import fr.pli.exchange.privacy.PersonalFile;
import org.springframework.stereotype.Component;

/** Designations that somebody made or received, in the archive of what is known of them. */
@Component
class DesignationFile implements PersonalFile {

    @Override
    public String name() {
        return "designations";
    }

    @Override
    public String sql() {
        return """
                select d.id, d.state, case when d.expert = :person then 'EXPERT' else 'DESIGNATING' end as part,
                       d.rg, d.sent_at, d.opened_at, d.ended_at, d.reason, d.comment
                from designation d
                where d.holder = :person or d.author = :person or d.expert = :person and d.state <> 'DRAFT'
                order by d.id
                """;
    }
}
