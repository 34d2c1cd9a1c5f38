package fr.pli.expertise.folder;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.receipt.Receipt;
import fr.pli.exchange.receipt.Receipts;
import fr.pli.expertise.folder.ReadingRows.Reading;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.rights.Role;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Who was told of a document, saw and downloaded it: for its depositor and the expert, nobody else. */
@Service
public class DocumentReceipts {

    private static final Comparator<Line> ORDER =
            Comparator.<Line, Role>comparing(line -> line.roles().getFirst()).thenComparing(Line::name);

    private final Access access;
    private final ReadingRows readings;
    private final Receipts receipts;
    private final Participants participants;
    private final Directory directory;
    private final ObjectProvider<Tellings> tellings;

    DocumentReceipts(
            Access access,
            ReadingRows readings,
            Receipts receipts,
            Participants participants,
            Directory directory,
            ObjectProvider<Tellings> tellings) {
        this.access = access;
        this.readings = readings;
        this.receipts = receipts;
        this.participants = participants;
        this.directory = directory;
        this.tellings = tellings;
    }

    /** Whether {@code reader}, who may read the document, may also know who had it. */
    public boolean shown(Person reader, Document document) {
        return document.depositor().equals(reader.id())
                || access.sight(reader.id(), document.folder())
                        .filter(Sight::expert)
                        .isPresent();
    }

    /** Those who may have it now, and those who once had something of it; the depositor is not among them. */
    public List<Line> of(Document document) {
        Map<UUID, Reading> facts = readings.of(document.id());
        Set<UUID> now = access.readers(document).stream().map(Sight::person).collect(Collectors.toSet());
        Map<UUID, Instant> told =
                tellings.stream().findFirst().map(known -> known.of(document)).orElse(Map.of());
        Map<UUID, Receipt> handed = receipts.of(document.message()).stream()
                .filter(receipt -> receipt.file().equals(document.file()))
                .collect(Collectors.toMap(Receipt::reader, Function.identity(), (first, other) -> first));
        var people = new LinkedHashSet<>(now);
        people.addAll(facts.keySet());
        people.addAll(handed.keySet());
        people.remove(document.depositor());
        Map<UUID, Person> named = directory.findAll(people);
        Map<UUID, List<Role>> roles = roles(document.expertise());
        return named.values().stream()
                .filter(person -> roles.containsKey(person.id()))
                .map(person -> {
                    UUID id = person.id();
                    Reading fact = facts.getOrDefault(id, new Reading(null, null));
                    return new Line(
                            id,
                            person.name(),
                            roles.getOrDefault(id, List.of()),
                            now.contains(id),
                            told.get(id),
                            fact.seenAt(),
                            fact.downloadedAt(),
                            handed.get(id));
                })
                .sorted(ORDER)
                .toList();
    }

    /** Present roles, and past ones of who has none any more. */
    private Map<UUID, List<Role>> roles(UUID expertise) {
        var roles = new HashMap<UUID, List<Role>>();
        participants.of(expertise).stream()
                .collect(Collectors.groupingBy(Participant::person))
                .forEach((person, all) -> {
                    boolean present = all.stream().anyMatch(Participant::present);
                    roles.put(
                            person,
                            all.stream()
                                    .filter(one -> !present || one.present())
                                    .map(Participant::role)
                                    .distinct()
                                    .sorted()
                                    .toList());
                });
        return roles;
    }

    /**
     * One person.
     *
     * @param entitled may have it now; otherwise what is told is past
     * @param told when a mail told of it
     * @param receipt of the bytes handed over; null before the first
     */
    public record Line(
            UUID person,
            String name,
            List<Role> roles,
            boolean entitled,
            @Nullable Instant told,
            @Nullable Instant seenAt,
            @Nullable Instant downloadedAt,
            @Nullable Receipt receipt) {}
}
