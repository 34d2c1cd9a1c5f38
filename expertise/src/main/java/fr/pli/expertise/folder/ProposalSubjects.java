package fr.pli.expertise.folder;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.notification.NoticeSubjects;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Proposals that notices are about: those that their reader may still have. */
@Component
class ProposalSubjects implements NoticeSubjects {

    private final Documents documents;

    ProposalSubjects(Documents documents) {
        this.documents = documents;
    }

    @Override
    public String owner() {
        return "proposal";
    }

    @Override
    public Map<UUID, Subject> find(Person reader, Collection<UUID> about) {
        return documents.findAll(about).stream()
                .filter(document -> documents.may(reader, document))
                .collect(Collectors.toMap(
                        Document::id,
                        document -> new Subject(
                                document.name(),
                                "/expertises/" + document.expertise() + "/documents/" + document.id())));
    }
}
