package fr.pli.expertise.archive;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.receipt.Downloads;
import fr.pli.exchange.receipt.Offer;
import fr.pli.exchange.receipt.ZipEntry;
import fr.pli.expertise.dossier.Expertises;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * The archive of an expertise (E-12): what the reader may see of it, as it was at one moment. The same reader, moment and
 * language give the same bytes as long as the rights are the same, so that twenty gigabytes can be resumed; nothing is
 * copied, the zip is laid out over the stored files.
 */
@Service
public class Archives {

    private final Expertises expertises;
    private final ArchivedDocuments documents;
    private final ArchiveIndex index;
    private final Downloads downloads;
    private final Clock clock;

    Archives(Expertises expertises, ArchivedDocuments documents, ArchiveIndex index, Downloads downloads, Clock clock) {
        this.expertises = expertises;
        this.documents = documents;
        this.index = index;
        this.downloads = downloads;
        this.clock = clock;
    }

    /** How much an archive of this moment would hold for {@code person}. */
    public Extent extent(Person person, UUID expertise) {
        expertises.known(person, expertise);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<ArchivedDocument> found = documents.of(person, expertise, now, Locale.FRENCH);
        return new Extent(
                now,
                found.size(),
                found.stream().mapToLong(document -> document.stored().length()).sum());
    }

    /**
     * @param at the moment, to the second; one that has not come is refused
     * @param language of the index
     */
    public Offer offer(Person person, UUID expertise, Instant at, Locale language) {
        Expertises.Seen seen = expertises.known(person, expertise);
        if (at.isAfter(clock.instant())) {
            throw ArchiveRefusal.NOT_YET.with();
        }
        List<ArchivedDocument> found = documents.of(person, expertise, at, language);
        if (found.isEmpty()) {
            throw ArchiveRefusal.EMPTY.with();
        }
        return downloads.zip(
                person,
                found.stream()
                        .map(document -> new ZipEntry(
                                document.stored().message(), document.stored().file(), document.path()))
                        .toList(),
                seen.expertise().name().replace('/', '-') + ".zip",
                at,
                index.enclosures(person, seen, found, at, language));
    }

    /**
     * @param at moment of the archive
     * @param bytes of all documents together
     */
    public record Extent(Instant at, int documents, long bytes) {}
}
