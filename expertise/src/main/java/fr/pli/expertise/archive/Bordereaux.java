package fr.pli.expertise.archive;

import fr.pli.exchange.account.Person;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.folder.Access;
import fr.pli.expertise.folder.Sight;
import fr.pli.expertise.rights.FolderKind;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The « bordereau » of a folder: what was deposited in it, with its number, size and fingerprint, as a PDF (E-11). */
@Service
public class Bordereaux {

    private final Expertises expertises;
    private final Access access;
    private final ArchivedDocuments documents;
    private final MadeDocuments made;
    private final Clock clock;

    Bordereaux(Expertises expertises, Access access, ArchivedDocuments documents, MadeDocuments made, Clock clock) {
        this.expertises = expertises;
        this.access = access;
        this.documents = documents;
        this.made = made;
        this.clock = clock;
    }

    /** Of a folder of a party and its subfolders, in the order of the « cotes », the others after them. */
    public byte[] pdf(Person person, UUID expertise, UUID folder, Locale language) {
        Expertises.Seen seen = expertises.known(person, expertise);
        Sight sight = access.sight(person.id(), folder)
                .filter(found -> found.open()
                        && found.folder().expertise().equals(expertise)
                        && found.folder().kind().group() == FolderKind.Group.PARTIES)
                .orElseThrow(ArchiveRefusal.NO_BORDEREAU::with);
        Instant now = clock.instant();
        List<ArchivedDocument> found = documents.of(person, expertise, now, language).stream()
                .filter(document -> document.kind() == sight.folder().kind())
                .filter(document -> access.sight(person.id(), document.stored().folder())
                        .filter(own -> own.folder().way().contains(folder))
                        .isPresent())
                .sorted(Comparator.comparing((ArchivedDocument document) ->
                                Cote.of(document.stored().cote()))
                        .thenComparing(document -> document.stored().number()))
                .toList();
        return made.pdf(
                "bordereau",
                Map.of("expertise", seen.expertise(), "at", now, "documents", found, "person", person),
                language);
    }
}
