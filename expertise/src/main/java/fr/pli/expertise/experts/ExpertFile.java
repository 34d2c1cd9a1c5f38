package fr.pli.expertise.experts;

import fr.pli.exchange.privacy.PersonalFile;
import org.springframework.stereotype.Component;

/** What the directory of experts holds of somebody, in the archive of what is known of them. */
@Component
class ExpertFile implements PersonalFile {

    @Override
    public String name() {
        return "expert";
    }

    @Override
    public String sql() {
        return """
                select e.court, e.landline, e.mobile, s.nomenclature, s.code as specialty
                from expert e left join expert_specialty s on s.person = e.person
                where e.person = :person order by s.nomenclature, s.position
                """;
    }
}
