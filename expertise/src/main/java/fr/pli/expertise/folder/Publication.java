package fr.pli.expertise.folder;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.StoredFile;
import fr.pli.exchange.attachment.StoredFiles;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageSent;
import fr.pli.exchange.platform.Folding;
import fr.pli.exchange.platform.Ids;
import fr.pli.expertise.folder.Document.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes documents of what has been found clean, in the transaction in which the deposit becomes available: published, or
 * proposed to the expert (E-4, E-8). The right was decided at confirmation and is not asked again.
 */
@Component
class Publication {

    private final DepositRows deposits;
    private final DocumentRows documents;
    private final Folders folders;
    private final StoredFiles files;
    private final Directory directory;
    private final ReadingRows readings;
    private final DepositMails mails;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    Publication(
            DepositRows deposits,
            DocumentRows documents,
            Folders folders,
            StoredFiles files,
            Directory directory,
            ReadingRows readings,
            DepositMails mails,
            Journal journal,
            ApplicationEventPublisher events) {
        this.deposits = deposits;
        this.documents = documents;
        this.folders = folders;
        this.files = files;
        this.directory = directory;
        this.readings = readings;
        this.mails = mails;
        this.journal = journal;
        this.events = events;
    }

    @EventListener
    void on(MessageSent sent) {
        Message message = sent.message();
        if (!message.origin().kind().equals(Access.KIND)) {
            return;
        }
        Deposit deposit = deposits.find(message.id()).orElseThrow();
        Folder folder = folders.find(deposit.folder()).orElseThrow();
        boolean proposal = Objects.requireNonNull(deposit.proposal());
        List<Document> made = documents(message, deposit, folder, proposal);
        Person depositor = directory.find(message.sender()).orElseThrow();
        made.forEach(document -> documents.add(
                document,
                cut(Folding.fold(document.name()), 255),
                cut(Folding.fold(depositor.lastName() + " " + depositor.firstName()), 210)));
        made.forEach(document -> journal(document, proposal));
        if (proposal) {
            mails.proposed(message, folder, made);
        } else {
            readings.published(folder.id(), made.size(), depositor.id());
            made.forEach(this::published);
        }
        if (deposit.designation() == null) {
            mails.acknowledge(depositor, message);
        }
    }

    private List<Document> documents(Message message, Deposit deposit, Folder folder, boolean proposal) {
        Map<UUID, StoredFile> stored = files.findAll(
                message.attachments().stream().map(Message.Attachment::file).toList());
        Instant at = Objects.requireNonNull(message.availableAt());
        int number = proposal ? 0 : documents.lastNumber(folder.id());
        var made = new ArrayList<Document>();
        for (Message.Attachment attachment : message.attachments()) {
            Deposit.Detail detail = deposit.detail(attachment.file());
            StoredFile file = Objects.requireNonNull(stored.get(attachment.file()));
            made.add(new Document(
                    Ids.next(at),
                    message.id(),
                    file.id(),
                    folder.expertise(),
                    folder.id(),
                    proposal ? null : ++number,
                    attachment.path(),
                    attachment.name(),
                    file.length(),
                    Objects.requireNonNull(file.sha256()),
                    message.sender(),
                    Objects.requireNonNull(deposit.role()),
                    detail.cote(),
                    detail.replaces(),
                    null,
                    proposal ? Status.PROPOSED : Status.PUBLISHED,
                    at,
                    proposal ? null : at,
                    null,
                    null,
                    null));
        }
        return made;
    }

    /** Also for a proposal that was accepted. */
    void published(Document document) {
        if (document.replaces() != null) {
            documents.replaced(document.replaces(), document.id());
        }
        events.publishEvent(DocumentPublished.of(document));
    }

    private void journal(Document document, boolean proposal) {
        Fact fact = proposal ? Fact.of("deposit.proposed") : Fact.of("deposit.published");
        journal.append(fact.by(document.depositor())
                .message(document.message())
                .file(document.file())
                .about(document.expertise())
                .content(document.sha256(), document.length())
                .detail("folder", document.folder())
                .detail("document", document.id())
                .detail("role", document.role()));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
