package fr.pli.expertise.folder;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Units;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.rights.Role;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the expert decides beyond the matrix, where the matrix leaves it to the expert (E-8). */
@Service
public class Grants {

    private final Expertises expertises;
    private final Participants participants;
    private final Documents documents;
    private final Folders folders;
    private final Verdicts verdicts;
    private final GrantRows rows;
    private final Journal journal;
    private final Units units;
    private final Clock clock;

    Grants(
            Expertises expertises,
            Participants participants,
            Documents documents,
            Folders folders,
            Verdicts verdicts,
            GrantRows rows,
            Journal journal,
            Units units,
            Clock clock) {
        this.expertises = expertises;
        this.participants = participants;
        this.documents = documents;
        this.folders = folders;
        this.verdicts = verdicts;
        this.rows = rows;
        this.journal = journal;
        this.units = units;
        this.clock = clock;
    }

    /** A folder with its subfolders. Given again it stays as it was. */
    public UUID giveFolder(Person expert, UUID expertise, UUID participant, UUID folder) {
        return units.call(() -> {
            requireExpert(expert, expertise);
            Folder asked = folders.find(folder)
                    .filter(found -> found.expertise().equals(expertise))
                    .orElseThrow(FolderRefusal.UNKNOWN::with);
            return give(expert, expertise, participant, asked, null);
        });
    }

    /** One published document. Given again it stays as it was. */
    public UUID giveDocument(Person expert, UUID expertise, UUID participant, UUID document) {
        return units.call(() -> {
            requireExpert(expert, expertise);
            Document asked = documents.readable(expert, expertise, document);
            if (!asked.published()) {
                throw FolderRefusal.DOCUMENT_UNKNOWN.with();
            }
            return give(
                    expert, expertise, participant, folders.find(asked.folder()).orElseThrow(), asked);
        });
    }

    private UUID give(Person expert, UUID expertise, UUID participant, Folder folder, @Nullable Document document) {
        Participant to = candidates(expertise, folder).stream()
                .filter(one -> one.id().equals(participant))
                .findFirst()
                .orElseThrow(() -> participants
                        .find(participant)
                        .filter(one -> one.expertise().equals(expertise) && one.present())
                        .map(one -> FolderRefusal.GRANT_NEEDLESS.with())
                        .orElseGet(FolderRefusal.PARTICIPANT_UNKNOWN::with));
        UUID of = document == null ? null : document.id();
        UUID place = document == null ? folder.id() : null;
        var grant = new Grant(Ids.next(clock.instant()), to.id(), place, of, clock.instant(), expert.id(), null, null);
        if (!rows.add(grant, expertise)) {
            return rows.holding(to.id(), place, of).orElseThrow().id();
        }
        journal.append(fact(Fact.of("grant.given"), expert, expertise, grant));
        return grant.id();
    }

    /** At once: transfers that live by it are cut. Revoked again it stays as it was. */
    public void revoke(Person expert, UUID expertise, UUID id) {
        units.run(() -> {
            requireExpert(expert, expertise);
            Grant grant = rows.find(expertise, id).orElseThrow(FolderRefusal.GRANT_UNKNOWN::with);
            if (rows.revoke(id, clock.instant(), expert.id())) {
                journal.append(fact(Fact.of("grant.revoked"), expert, expertise, grant));
            }
        });
    }

    /** Present and past, for the expert. */
    public List<Grant> of(Person expert, UUID expertise) {
        requireExpert(expert, expertise);
        return rows.of(expertise);
    }

    /** Whom the matrix leaves to the expert there. */
    public List<Participant> candidates(UUID expertise, Folder folder) {
        return candidates(participants.of(expertise), folder);
    }

    /** @param all who takes part in the folder's expertise, or did */
    public List<Participant> candidates(List<Participant> all, Folder folder) {
        return all.stream()
                .filter(Participant::present)
                .filter(one -> verdicts.grantable(one.standing(), folder))
                .toList();
    }

    private void requireExpert(Person person, UUID expertise) {
        if (!expertises.known(person, expertise).has(Role.EXPERT)) {
            throw FolderRefusal.EXPERT_ONLY.with();
        }
    }

    private static Fact fact(Fact fact, Person expert, UUID expertise, Grant grant) {
        Fact made = fact.by(expert.id())
                .about(expertise)
                .detail("grant", grant.id())
                .detail("participant", grant.participant());
        if (grant.folder() != null) {
            made = made.detail("folder", grant.folder());
        }
        return grant.document() == null ? made : made.detail("document", grant.document());
    }
}
