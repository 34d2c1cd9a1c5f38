package fr.pli.expertise.folder;

import fr.pli.exchange.platform.Refusal;
import java.util.Locale;

/** Everything a person may be refused about folders; the sentences stand in the bundles under {@code refusal.}. */
public enum FolderRefusal implements Refusal {
    /** Folders that do not exist for somebody and folders that never were answer the same (M-4). */
    UNKNOWN(404),
    /** Listed, and switched off now: the sentence says why (M-5). */
    OFF(403),
    NO_DEPOSIT(403),
    DEPOSIT_UNKNOWN(404),
    DOCUMENT_UNKNOWN(404),
    /** Nobody would receive what is deposited for the greffe (E-10). */
    NO_GREFFIER(409),
    /** A document in the same folder that one may correct (E-5). */
    REPLACES_UNKNOWN(422),
    REPLACED_ALREADY(409),
    COTE_TOO_LONG(422),
    COTE_NOT_HERE(422),
    COTE_TAKEN(409),
    NAME_REQUIRED(422),
    NAME_TOO_LONG(422),
    NAME_TAKEN(409),
    TOO_DEEP(422),
    /** Subfolders are made by who may deposit there. */
    NO_SUBFOLDER(403),
    EXPERT_ONLY(403),
    GRANT_UNKNOWN(404),
    PARTICIPANT_UNKNOWN(422),
    /** The matrix does not leave it to the expert for that participant there. */
    GRANT_NEEDLESS(422),
    /** A grant is for a folder or for a document. */
    GRANT_OF_ONE(422),
    /** Receipts are the depositor's and the expert's. */
    RECEIPTS_NOT_YOURS(403),
    PROPOSAL_DECIDED(409),
    /** Nobody of the directory, for who asks about somebody's rights. */
    PERSON_UNKNOWN(404),
    REASON_REQUIRED(422),
    REASON_TOO_LONG(422);

    private final int status;

    FolderRefusal(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "folder." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
