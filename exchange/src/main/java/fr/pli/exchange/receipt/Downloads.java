package fr.pli.exchange.receipt;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.StoredFile;
import fr.pli.exchange.attachment.StoredFiles;
import fr.pli.exchange.journal.RequestActor;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageRefusal;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.platform.Show;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Offers the files of a message to who may have them now. Making an offer has no effect; handing it over has. */
@Service
public class Downloads {

    private final Messages messages;
    private final Choice choice;
    private final StoredFiles files;
    private final Handovers handovers;
    private final Coverages coverages;
    private final Ledger ledger;
    private final RequestActor actors;
    private final Show show;

    Downloads(
            Messages messages,
            Choice choice,
            StoredFiles files,
            Handovers handovers,
            Coverages coverages,
            Ledger ledger,
            RequestActor actors,
            Show show) {
        this.messages = messages;
        this.choice = choice;
        this.files = files;
        this.handovers = handovers;
        this.coverages = coverages;
        this.ledger = ledger;
        this.actors = actors;
        this.show = show;
    }

    public Offer file(Person reader, UUID messageId, UUID fileId) {
        Message message = readable(reader, messageId);
        Message.Attachment attachment = attachment(reader, message, fileId);
        StoredFile file = deliverable(attachment);
        return new FileOffer(
                handovers, hand(reader), message, file, attachment.name(), Objects.requireNonNull(file.sha256()));
    }

    /**
     * Several files as one zip, in the order of the message.
     *
     * @param chosen files of the message; empty: all of them that {@code reader} may have
     */
    public Offer zip(Person reader, UUID messageId, Collection<UUID> chosen) {
        Message message = readable(reader, messageId);
        List<Message.Attachment> attachments = chosen.isEmpty()
                ? message.attachments().stream()
                        .filter(one ->
                                messages.decide(reader, message, one.file()).allowed())
                        .toList()
                : chosen.stream()
                        .distinct()
                        .map(id -> attachment(reader, message, id))
                        .toList();
        if (attachments.isEmpty()) {
            throw ReceiptRefusal.NOTHING_CHOSEN.with();
        }
        Map<UUID, StoredFile> stored = deliverable(attachments);
        List<ZipMember> members = attachments.stream()
                .sorted((a, b) -> Integer.compare(a.position(), b.position()))
                .map(attachment ->
                        member(message.id(), attachment.path(), Objects.requireNonNull(stored.get(attachment.file()))))
                .toList();
        ZipLayout layout = ZipLayout.of(members, Objects.requireNonNull(message.availableAt()));
        return new ZipOffer(
                handovers, hand(reader), Map.of(message.id(), message), stored, layout, message.reference() + ".zip");
    }

    /**
     * Files of several messages as one zip, in the order of the list. The same list, time and enclosures give the same
     * bytes and the same validator; each file counts for its own message.
     *
     * @param name of the zip
     * @param time that all members bear
     * @throws fr.pli.exchange.platform.RefusedException like an unknown id, for all of it, when {@code reader} may not
     *     have one of them
     */
    public Offer zip(Person reader, List<ZipEntry> entries, String name, Instant time, List<Enclosure> enclosures) {
        if (entries.isEmpty()) {
            throw ReceiptRefusal.NOTHING_CHOSEN.with();
        }
        Map<UUID, Message> found = choice.messages(reader, entries);
        Map<UUID, StoredFile> stored = deliverable(entries.stream()
                .map(entry -> Choice.attachment(found, entry))
                .distinct()
                .toList());
        List<ZipMember> members = entries.stream()
                .map(entry -> member(entry.message(), entry.path(), Objects.requireNonNull(stored.get(entry.file()))))
                .toList();
        return new ZipOffer(handovers, hand(reader), found, stored, ZipLayout.of(members, time, enclosures), name);
    }

    /**
     * A recipient's own client says what it holds (U-11).
     *
     * @return whether it is the file; only then is anything recorded, and for the sender nothing is
     */
    public boolean confirm(Person reader, UUID messageId, UUID fileId, String sha256) {
        Message message = readable(reader, messageId);
        Message.Attachment attachment = attachment(reader, message, fileId);
        if (!sha256.matches("[0-9a-fA-F]{64}")) {
            throw ReceiptRefusal.NO_FINGERPRINT.with();
        }
        StoredFile file = deliverable(attachment);
        boolean same = sha256.equalsIgnoreCase(file.sha256());
        if (same && !message.sender().equals(reader.id())) {
            CoverageId id = hand(reader).of(messageId, fileId);
            if (coverages.find(id).isEmpty()) {
                throw ReceiptRefusal.NOT_DOWNLOADED.with();
            }
            ledger.confirm(id, file);
        }
        return same;
    }

    /** An end of life is told to who could read before; anything else answers like an id that never was. */
    Message readable(Person reader, UUID id) {
        messages.find(id)
                .filter(message -> messages.decide(reader, message).reason().equals("expired"))
                .ifPresent(message -> {
                    throw ReceiptRefusal.EXPIRED.with(show.instant(message.endsAt()));
                });
        return messages.readable(reader, id);
    }

    /** A file that {@code reader} may not have answers like one that the message has not. */
    Message.Attachment attachment(Person reader, Message message, UUID file) {
        return message.attachment(file)
                .filter(one -> messages.decide(reader, message, file).allowed())
                .orElseThrow(MessageRefusal.FILE_UNKNOWN::with);
    }

    StoredFile deliverable(Message.Attachment attachment) {
        return Objects.requireNonNull(deliverable(List.of(attachment)).get(attachment.file()));
    }

    /** Whose right, and whose hand. */
    Reader hand(Person reader) {
        return new Reader(reader.id(), actors.hand(reader.id()));
    }

    private Map<UUID, StoredFile> deliverable(List<Message.Attachment> attachments) {
        Map<UUID, StoredFile> found = Pages.of(
                attachments,
                page -> files.findAll(
                        page.stream().map(Message.Attachment::file).toList()));
        for (Message.Attachment attachment : attachments) {
            StoredFile file = found.get(attachment.file());
            if (file == null || !file.deliverable() || file.sha256() == null || file.crc32() == null) {
                throw ReceiptRefusal.NOT_DELIVERABLE.with(attachment.name());
            }
        }
        return found;
    }

    private static ZipMember member(UUID message, String path, StoredFile file) {
        return new ZipMember(
                message,
                file.id(),
                path,
                file.length(),
                Objects.requireNonNull(file.crc32()),
                Objects.requireNonNull(file.sha256()));
    }
}
