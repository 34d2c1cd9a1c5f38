package fr.pli.expertise.folder;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Draft;
import fr.pli.exchange.message.DraftRow;
import fr.pli.exchange.message.Drafts;
import fr.pli.exchange.message.MessageRefusal;
import fr.pli.exchange.message.MessageState;
import fr.pli.exchange.message.Messaging;
import fr.pli.exchange.message.Retention;
import fr.pli.exchange.platform.Units;
import fr.pli.expertise.folder.Deposit.Detail;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * A deposit is a message without end that is posted in a folder (E-4): prepared and confirmed here, by its author alone.
 * What is not said here (uploads, files taken off, the fate) is the exchange's.
 */
@Service("folderDeposits")
public class Deposits {

    private final Messaging messaging;
    private final Drafts drafts;
    private final DepositRows rows;
    private final DocumentRows documents;
    private final Folders folders;
    private final Corrections corrections;
    private final Confirmations confirmations;
    private final FolderNames names;
    private final Units units;

    Deposits(
            Messaging messaging,
            Drafts drafts,
            DepositRows rows,
            DocumentRows documents,
            Folders folders,
            Corrections corrections,
            Confirmations confirmations,
            FolderNames names,
            Units units) {
        this.messaging = messaging;
        this.drafts = drafts;
        this.rows = rows;
        this.documents = documents;
        this.folders = folders;
        this.corrections = corrections;
        this.confirmations = confirmations;
        this.names = names;
        this.units = units;
    }

    /** A new empty deposit; refused with the reason where {@code author} may not deposit now. */
    public UUID begin(Person author, Folder folder) {
        return units.call(() -> {
            UUID message = messaging.draft(author, Access.origin(folder.id()), Retention.unlimited());
            rows.add(message, folder.id(), author.id());
            messaging.edit(author, message, List.of(), names.of(folder, author.language()), "", 0);
            return message;
        });
    }

    /** The author's own, in any state; refuses like an unknown id otherwise, and who has lost the right to it (M-3). */
    public Draft draft(Person author, UUID message) {
        deposit(author, message);
        return drafts.get(author, message);
    }

    public Deposit deposit(Person author, UUID message) {
        return rows.find(message)
                .filter(deposit -> deposit.depositor().equals(author.id()))
                .orElseThrow(FolderRefusal.DEPOSIT_UNKNOWN::with);
    }

    /** What the author has begun there and not finished, and what waits for its files. */
    public List<DraftRow> unfinished(Person author, UUID folder) {
        return drafts.unfinished(author, Access.origin(folder));
    }

    /**
     * Replaces what is said of a deposit that is not confirmed.
     *
     * @param details by file; those that are not named keep what they have
     */
    public void describe(Person author, UUID message, String comment, Map<UUID, Detail> details) {
        units.run(() -> {
            Draft draft = draft(author, message);
            Folder folder = folders.find(deposit(author, message).folder()).orElseThrow();
            messaging.edit(author, message, List.of(), draft.subject(), comment, 0);
            details.forEach((file, detail) -> {
                if (draft.files().stream().anyMatch(one -> one.id().equals(file))) {
                    rows.describe(message, file, corrections.checked(author, folder, detail));
                }
            });
        });
    }

    /**
     * « Confirmer le dépôt »: decided now, final as soon as its files are clean.
     *
     * @param unattended the author knows that no greffier would receive it (E-10)
     */
    public void confirm(Person author, UUID message, boolean unattended) {
        units.run(() -> {
            deposit(author, message);
            messaging.send(author, message, unattended);
        });
    }

    /** What a new document in the folder may be said to replace (E-5). */
    public List<Document> replaceable(Person author, Folder folder) {
        return corrections.replaceable(author.id(), folder);
    }

    /** Nobody would receive what is deposited there (E-10). */
    public boolean unattended(Folder folder) {
        return confirmations.unattended(folder);
    }

    /** What {@code sight}'s person deposits there is a proposal to the expert (E-8). */
    public boolean proposes(Sight sight) {
        return Confirmations.proposes(sight.folder(), sight.ruling());
    }

    /** Takes what waits for its files back, to be changed. */
    public void recall(Person author, UUID message) {
        deposit(author, message);
        messaging.recall(author, message);
    }

    public void remove(Person author, UUID message, UUID file) {
        deposit(author, message);
        messaging.remove(author, message, file);
    }

    /** Throws away what is not confirmed, or not published yet. */
    public void discard(Person author, UUID message) {
        Draft draft = draft(author, message);
        if (draft.state() != MessageState.DRAFT && draft.state() != MessageState.QUEUED) {
            throw MessageRefusal.PERMANENT.with();
        }
        messaging.delete(author, message);
    }

    /** Names the files by the custom of their folder, with the numbers that come next in it (E-11). */
    public void name(Person author, UUID message) {
        units.run(() -> {
            Draft draft = draft(author, message);
            Folder folder = folders.find(deposit(author, message).folder()).orElseThrow();
            String prefix = names.prefix(folder, author.language());
            int number = documents.nextNumber(folder.id());
            for (Draft.File file : draft.files()) {
                messaging.rename(author, message, file.id(), FolderNames.named(prefix, number++, file.path()));
            }
        });
    }

    /** What the first file would be called. */
    public String customary(Person author, Folder folder) {
        return FolderNames.named(names.prefix(folder, author.language()), documents.nextNumber(folder.id()), "")
                .strip();
    }
}
