package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.receipt.FileLine;
import fr.pli.exchange.receipt.Readings;
import fr.pli.expertise.dossier.Expertises.Seen;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.DocumentReceipts;
import fr.pli.expertise.folder.Documents;
import fr.pli.expertise.folder.Folder;
import fr.pli.expertise.folder.FolderNames;
import fr.pli.expertise.folder.Folders;
import fr.pli.expertise.rights.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one document. */
@Component
class DocumentPages {

    private final Documents documents;
    private final DocumentReceipts receipts;
    private final Folders folders;
    private final FolderNames names;
    private final Bylines bylines;
    private final GrantSections grants;
    private final Messages messages;
    private final Readings readings;
    private final MessageSource sentences;

    DocumentPages(
            Documents documents,
            DocumentReceipts receipts,
            Folders folders,
            FolderNames names,
            Bylines bylines,
            GrantSections grants,
            Messages messages,
            Readings readings,
            MessageSource sentences) {
        this.documents = documents;
        this.receipts = receipts;
        this.folders = folders;
        this.names = names;
        this.bylines = bylines;
        this.grants = grants;
        this.messages = messages;
        this.readings = readings;
        this.sentences = sentences;
    }

    ModelAndView page(Person person, Seen dossier, Document document) {
        var page = new ModelAndView("folder/document");
        Folder folder = folders.find(document.folder()).orElseThrow();
        Message message = messages.find(document.message()).orElseThrow();
        page.addObject("dossier", dossier);
        page.addObject("document", document);
        page.addObject("folderName", names.of(folder, LocaleContextHolder.getLocale()));
        page.addObject("folder", folder);
        page.addObject("by", bylines.of(document));
        page.addObject("comment", message.comment());
        FileLine file = line(person, document);
        page.addObject("file", file);
        page.addObject("files", List.of(file));
        page.addObject("expert", dossier.has(Role.EXPERT));
        page.addObject("reports", !document.depositor().equals(person.id()));
        page.addObject("replaces", related(person, document.replaces()));
        page.addObject("replacedBy", related(person, document.replacedBy()));
        page.addObject("receipts", receipts.shown(person, document) ? receipts.of(document) : null);
        page.addObject("grants", grants.of(person, dossier, document));
        return page;
    }

    private FileLine line(Person person, Document document) {
        return readings.received(person, document.message()).files().stream()
                .map(line -> line.file())
                .filter(file -> file.id().equals(document.file()))
                .findFirst()
                .orElseThrow();
    }

    /** The other document, if the reader may have it, too. */
    private @Nullable Document related(Person person, @Nullable UUID id) {
        return id == null
                ? null
                : documents.findAll(List.of(id)).stream()
                        .filter(document -> documents.may(person, document))
                        .findFirst()
                        .orElse(null);
    }

    ModelAndView refused(ModelAndView page, RefusedException refused) {
        if (refused.refusal().status() == 404) {
            throw refused;
        }
        page.setStatus(HttpStatusCode.valueOf(refused.refusal().status()));
        page.addObject("refusal", sentence("refusal." + refused.refusal().code(), refused.arguments()));
        return page;
    }

    String sentence(String key, Object... arguments) {
        return sentences.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
