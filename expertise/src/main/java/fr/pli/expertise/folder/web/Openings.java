package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.notification.Notices;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.receipt.web.Prefetch;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.Documents;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What opening a page does: a document is seen, and what was told of it is no news; nothing by HEAD or a prefetch. */
@Component
class Openings {

    private final Documents documents;
    private final Notices notices;
    private final Units units;

    Openings(Documents documents, Notices notices, Units units) {
        this.documents = documents;
        this.notices = notices;
        this.units = units;
    }

    void document(Person reader, Document document, HttpServletRequest request) {
        if (real(request)) {
            documents.opened(reader, document);
            read(reader, document.id());
        }
    }

    void deposit(Person author, UUID message, HttpServletRequest request) {
        if (real(request)) {
            read(author, message);
        }
    }

    private void read(Person reader, UUID about) {
        units.run(() -> notices.read(reader.id(), about));
    }

    private static boolean real(HttpServletRequest request) {
        return request.getMethod().equals("GET") && !Prefetch.asked(request);
    }
}
