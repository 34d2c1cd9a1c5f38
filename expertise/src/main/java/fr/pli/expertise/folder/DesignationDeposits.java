package fr.pli.expertise.folder;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.message.Reposts;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.rights.Role;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Posts the package of a designation in the folder « Désignation » of the expertise that its acceptance has made (D-8):
 * a deposit of who designated, of the same sealed bytes. The acceptance is what allows it, not the matrix: by the matrix
 * nobody of the court deposits there.
 */
@Service
public class DesignationDeposits {

    private final Reposts reposts;
    private final Folders folders;
    private final DepositRows deposits;
    private final FolderNames names;
    private final Journal journal;
    private final Clock clock;

    DesignationDeposits(
            Reposts reposts, Folders folders, DepositRows deposits, FolderNames names, Journal journal, Clock clock) {
        this.reposts = reposts;
        this.folders = folders;
        this.deposits = deposits;
        this.names = names;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Part of the transaction of the acceptance.
     *
     * @param message the package
     * @param designating in whose name it is deposited, by the role that they have in the expertise
     * @return the deposit
     */
    public UUID post(UUID expertise, UUID designation, UUID message, Person designating, Role role) {
        Folder folder = folders.find(folders.at(expertise, FolderKind.EXPERT_DESIGNATION, null))
                .orElseThrow();
        return reposts.post(
                message,
                designating,
                Access.origin(folder.id()),
                names.of(folder, designating.language()),
                made -> note(made, folder, designation, designating, role));
    }

    private void note(UUID made, Folder folder, UUID designation, Person designating, Role role) {
        deposits.add(made, folder.id(), designating.id());
        deposits.confirmed(made, role, false, clock.instant());
        deposits.designated(made, designation);
        journal.append(Fact.of("deposit.confirmed")
                .by(designating.id())
                .message(made)
                .about(folder.expertise())
                .detail("folder", folder.id())
                .detail("role", role)
                .detail("proposal", false)
                .detail("designation", designation));
    }
}
