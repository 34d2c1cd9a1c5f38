package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.DocumentReceipts;
import fr.pli.expertise.folder.DocumentReceipts.Line;
import fr.pli.expertise.folder.Documents;
import fr.pli.expertise.folder.FolderRefusal;
import fr.pli.expertise.folder.web.FolderApi.DocumentLine;
import fr.pli.expertise.folder.web.FolderApi.Items;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Documents for programs. Their bytes, preview and check are the calls of their message's file. */
@RestController
@RequestMapping("/api/v1/expertises/{expertise}/documents/{document}")
class DocumentApi {

    private final Rooms rooms;
    private final Documents documents;
    private final DocumentReceipts receipts;
    private final Bylines bylines;

    DocumentApi(Rooms rooms, Documents documents, DocumentReceipts receipts, Bylines bylines) {
        this.rooms = rooms;
        this.documents = documents;
        this.receipts = receipts;
        this.bylines = bylines;
    }

    /** Reading about it here does not count as seen. */
    @GetMapping
    DocumentLine get(@SignedIn Person person, @PathVariable UUID expertise, @PathVariable UUID document) {
        Document found = document(person, expertise, document);
        return DocumentLine.of(found, documents.fresh(person, found), bylines.of(found));
    }

    /** The caller shows it to a person: seen, the first time. */
    @PostMapping("/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(@SignedIn Person person, @PathVariable UUID expertise, @PathVariable UUID document) {
        documents.opened(person, document(person, expertise, document));
    }

    /** Who was told, saw and downloaded: for the depositor and the expert. */
    @GetMapping("/receipts")
    Items<Line> receipts(@SignedIn Person person, @PathVariable UUID expertise, @PathVariable UUID document) {
        Document found = document(person, expertise, document);
        if (!receipts.shown(person, found)) {
            throw FolderRefusal.RECEIPTS_NOT_YOURS.with();
        }
        return new Items<>(receipts.of(found), null);
    }

    private Document document(Person person, UUID expertise, UUID document) {
        rooms.expertise(person, expertise);
        return documents.readable(person, expertise, document);
    }
}
