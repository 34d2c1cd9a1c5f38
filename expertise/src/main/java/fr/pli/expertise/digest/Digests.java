package fr.pli.expertise.digest;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.notification.Notices;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Makes the digest of one person and one night, and shows it again to that person (N-4, N-6). */
@Service
public class Digests {

    static final String KIND = "digest.made";

    private final DigestTable table;
    private final DigestLines lines;
    private final Directory directory;
    private final Notices notices;
    private final Journal journal;
    private final Units units;
    private final Clock clock;

    Digests(
            DigestTable table,
            DigestLines lines,
            Directory directory,
            Notices notices,
            Journal journal,
            Units units,
            Clock clock) {
        this.table = table;
        this.lines = lines;
        this.directory = directory;
        this.notices = notices;
        this.journal = journal;
        this.units = units;
        this.clock = clock;
    }

    /** The row, the notice, the mail and the fact are one transaction; a second call finds the row and does nothing. */
    void make(UUID person, LocalDate night) {
        units.run(() -> {
            List<UUID> documents = directory
                    .find(person)
                    .filter(Person::active)
                    .map(reader -> lines.untold(reader, night))
                    .orElse(List.of());
            UUID id = Ids.next(clock.instant());
            if (table.add(id, person, night, documents, clock.instant()) && !documents.isEmpty()) {
                Person reader = directory.find(person).orElseThrow();
                notices.tell(reader, KIND, id, null, DigestMail.TEMPLATE, Map.of());
                journal.append(
                        Fact.of(KIND).about(person).detail("night", night).detail("documents", documents.size()));
            }
        });
    }

    /**
     * What the digest tells its reader now: documents the reader may still see, those downloaded meanwhile included.
     * Empty for anybody else's and for one that never was.
     */
    public Optional<Digest> find(Person reader, UUID id) {
        return table.find(id)
                .filter(row -> row.person().equals(reader.id()))
                .map(row -> new Digest(row.id(), row.night(), row.madeAt(), lines.of(reader, row.documents())));
    }

    /** Opening it ends its notice. */
    public void opened(Person reader, UUID id) {
        units.run(() -> notices.read(reader.id(), id));
    }

    /** What the digests of these nights told these people. */
    public List<Told> told(Collection<UUID> people, Collection<LocalDate> nights) {
        return people.isEmpty() || nights.isEmpty() ? List.of() : table.told(people, nights);
    }

    /** One digest as proof of what was told: these documents, to this person, then. */
    public record Told(UUID person, Instant madeAt, List<UUID> documents) {}

    /** The reader's last digests that told something, newest first. */
    public List<DigestRow> list(Person reader, int limit) {
        return table.of(reader.id(), limit);
    }
}
