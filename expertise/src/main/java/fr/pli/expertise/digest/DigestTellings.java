package fr.pli.expertise.digest;

import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.Tellings;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whom the digest of a document's night told of it. */
@Component
class DigestTellings implements Tellings {

    private final DigestTable table;
    private final Participants participants;

    DigestTellings(DigestTable table, Participants participants) {
        this.table = table;
        this.participants = participants;
    }

    @Override
    public Map<UUID, Instant> of(Document document) {
        return table
                .tellings(
                        document.id(),
                        participants.of(document.expertise()).stream()
                                .map(Participant::person)
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Digests.Told::person, Digests.Told::madeAt));
    }
}
