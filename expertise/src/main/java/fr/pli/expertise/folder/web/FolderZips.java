package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.receipt.Downloads;
import fr.pli.exchange.receipt.Offer;
import fr.pli.exchange.receipt.ZipEntry;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.Documents;
import fr.pli.expertise.folder.FolderNames;
import fr.pli.expertise.folder.web.Rooms.Room;
import java.util.List;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Documents of one folder as a zip, in the order of their publication; the same choice gives the same bytes (U-9). */
@Component
class FolderZips {

    private final Documents documents;
    private final Downloads downloads;
    private final FolderNames names;

    FolderZips(Documents documents, Downloads downloads, FolderNames names) {
        this.documents = documents;
        this.downloads = downloads;
        this.names = names;
    }

    /** @param chosen documents of the folder; empty: all that {@code person} may have */
    Offer of(Person person, Room room, List<UUID> chosen) {
        List<Document> some = documents.chosen(room.sight(), chosen);
        return downloads.zip(
                person,
                some.stream()
                        .map(document -> new ZipEntry(document.message(), document.file(), document.path()))
                        .toList(),
                room.dossier().expertise().name().replace('/', '-')
                        + " - "
                        + names.of(room.sight().folder(), LocaleContextHolder.getLocale()) + ".zip",
                Documents.latest(some),
                List.of());
    }
}
