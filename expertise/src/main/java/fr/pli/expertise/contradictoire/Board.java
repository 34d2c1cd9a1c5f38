package fr.pli.expertise.contradictoire;

import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.rights.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Documents submitted to the contradictoire × people who take part (E-9).
 *
 * @param rows newest first, one page of them
 * @param next {@code after} of the next page; null on the last
 * @param documents how many there are in all
 */
public record Board(
        List<Column> columns, List<Row> rows, @Nullable UUID next, int documents) {

    /**
     * Somebody who takes part.
     *
     * @param waiting how many of all documents they may have and have not downloaded
     * @param remindedAt when they were last reminded from the board
     * @param remindable whether a reminder may be sent now
     */
    public record Column(
            UUID person,
            String name,
            Set<Role> roles,
            int waiting,
            @Nullable Instant remindedAt,
            boolean remindable) {}

    /**
     * @param owner name of the party the folder belongs to
     * @param cells in the order of the columns
     */
    public record Row(
            UUID document,
            String name,
            @Nullable String cote,
            FolderKind folder,
            @Nullable String owner,
            UUID depositor,
            Instant publishedAt,
            List<Cell> cells) {}

    /** @param at since when it is so; null where there is no such moment */
    public record Cell(Reach reach, @Nullable Instant at) {

        static final Cell NO_RIGHT = new Cell(Reach.NO_RIGHT, null);
        static final Cell NOT_NOTIFIED = new Cell(Reach.NOT_NOTIFIED, null);
    }

    /** How far a document has reached somebody; its words are {@code contradictoire.reach.<name>}. */
    public enum Reach {
        /** « Sans objet »: no right to it. */
        NO_RIGHT,
        /** It is their own deposit. */
        DEPOSITED,
        NOT_NOTIFIED,
        /** Told by the digest of a night or by a reminder. */
        NOTIFIED,
        SEEN,
        DOWNLOADED
    }
}
