package fr.pli.expertise.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.receipt.Enclosure;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The documents made for an archive: an index that a browser opens offline, and two tables for spreadsheets. */
@Component
class ArchiveIndex {

    private final ArchivedReceipts receipts;
    private final ArchiveTables tables;
    private final MadeDocuments made;
    private final Participants participants;
    private final Directory directory;

    ArchiveIndex(
            ArchivedReceipts receipts,
            ArchiveTables tables,
            MadeDocuments made,
            Participants participants,
            Directory directory) {
        this.receipts = receipts;
        this.tables = tables;
        this.made = made;
        this.participants = participants;
        this.directory = directory;
    }

    List<Enclosure> enclosures(
            Person reader, Expertises.Seen seen, List<ArchivedDocument> documents, Instant at, Locale language) {
        List<ArchivedReceipts.Line> facts = receipts.of(reader, seen, documents, at);
        Map<String, Object> model = Map.of(
                "expertise",
                seen.expertise(),
                "at",
                at,
                "expert",
                directory.find(seen.expertise().expert()).map(Person::name).orElse(""),
                "people",
                people(seen.expertise().id(), at),
                "parties",
                participants.parties(seen.expertise().id()),
                "folders",
                folders(documents),
                "receipts",
                facts);
        return List.of(
                new Enclosure(
                        "index.html",
                        made.html("archive-index", model, language).getBytes(UTF_8)),
                new Enclosure("documents.csv", tables.documents(documents, language)),
                new Enclosure("accuses.csv", tables.receipts(facts, language)));
    }

    private static Map<String, List<ArchivedDocument>> folders(List<ArchivedDocument> documents) {
        Map<String, List<ArchivedDocument>> folders = new LinkedHashMap<>();
        documents.forEach(document -> folders.computeIfAbsent(document.folder(), name -> new ArrayList<>())
                .add(document));
        return folders;
    }

    /** Who took part at that moment or before. */
    private List<Named> people(UUID expertise, Instant at) {
        List<Participant> all = participants.of(expertise).stream()
                .filter(participant -> !participant.joinedAt().isAfter(at))
                .toList();
        Map<UUID, Person> names = directory.findAll(
                all.stream().map(Participant::person).distinct().toList());
        return all.stream()
                .filter(participant -> names.containsKey(participant.person()))
                .map(participant -> new Named(
                        Objects.requireNonNull(names.get(participant.person())).name(), participant))
                .toList();
    }

    /** @param name full name */
    public record Named(String name, Participant participant) {}
}
