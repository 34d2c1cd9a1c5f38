package fr.pli.expertise.dossier;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.notification.NoticeSubjects;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What notices of the bell about expertises name and open: nothing where the card is not (any more) listed (N-6, M-4). */
@Component
class ExpertiseSubjects implements NoticeSubjects {

    static final String OWNER = "expertise";

    private final Expertises expertises;

    ExpertiseSubjects(Expertises expertises) {
        this.expertises = expertises;
    }

    @Override
    public String owner() {
        return OWNER;
    }

    @Override
    public Map<UUID, Subject> find(Person reader, Collection<UUID> about) {
        var listed = expertises.listed(reader);
        var subjects = new HashMap<UUID, Subject>();
        expertises
                .findAll(about.stream().filter(listed::contains).toList())
                .forEach((id, expertise) -> subjects.put(id, new Subject(expertise.title(), "/expertises/" + id)));
        return subjects;
    }
}
