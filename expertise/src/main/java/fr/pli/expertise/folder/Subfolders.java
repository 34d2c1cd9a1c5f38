package fr.pli.expertise.folder;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Folding;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Subfolders are made by who may deposit there, and inherit everything (E-3); what is confidential stays flat. */
@Service
public class Subfolders {

    public static final int NAME = 120;

    /** So many ids have room in a lineage. */
    private static final int DEEPEST = 4;

    private final Access access;
    private final FolderRows rows;
    private final Journal journal;
    private final Units units;
    private final Clock clock;

    Subfolders(Access access, FolderRows rows, Journal journal, Units units, Clock clock) {
        this.access = access;
        this.rows = rows;
        this.journal = journal;
        this.units = units;
        this.clock = clock;
    }

    /** Whether {@code sight}'s person may make one now. */
    public static boolean mayMake(Sight sight) {
        return sight.ruling().depositable()
                && !sight.folder().confidential()
                && sight.folder().depth() < DEEPEST;
    }

    /** @return the new folder */
    public UUID make(Person author, Folder parent, String typed) {
        String name = typed.strip();
        return units.call(() -> {
            Sight sight = access.sight(author.id(), parent.id())
                    .filter(Sight::listed)
                    .orElseThrow(FolderRefusal.UNKNOWN::with);
            if (!sight.ruling().depositable() || parent.confidential()) {
                throw FolderRefusal.NO_SUBFOLDER.with();
            }
            if (parent.depth() >= DEEPEST) {
                throw FolderRefusal.TOO_DEEP.with(DEEPEST);
            }
            if (Folding.words(name).isEmpty()) {
                throw FolderRefusal.NAME_REQUIRED.with();
            }
            if (name.length() > NAME) {
                throw FolderRefusal.NAME_TOO_LONG.with(NAME);
            }
            UUID id = Ids.next(clock.instant());
            if (!rows.makeWithin(id, parent, name, author.id(), clock.instant())) {
                throw FolderRefusal.NAME_TAKEN.with(name);
            }
            journal.append(Fact.of("folder.made")
                    .by(author.id())
                    .about(parent.expertise())
                    .detail("folder", id)
                    .detail("parent", parent.id())
                    .detail("role", String.valueOf(sight.ruling().role())));
            return id;
        });
    }
}
