package fr.pli.expertise.folder;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.folder.Document.Status;
import fr.pli.expertise.rights.Role;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What parties propose in « Confidentiel accepté » (E-8): the expert accepts a document, which is then published there
 * under the party's name, or refuses it with a reason; a refused one stays readable to its depositor and the expert.
 */
@Service
public class Proposals {

    static final int REASON = 1000;

    private final Expertises expertises;
    private final Documents documents;
    private final DocumentRows rows;
    private final ReadingRows readings;
    private final Publication publication;
    private final DepositMails mails;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;

    Proposals(
            Expertises expertises,
            Documents documents,
            DocumentRows rows,
            ReadingRows readings,
            Publication publication,
            DepositMails mails,
            Journal journal,
            JdbcClient jdbc,
            Units units,
            Clock clock) {
        this.expertises = expertises;
        this.documents = documents;
        this.rows = rows;
        this.readings = readings;
        this.publication = publication;
        this.mails = mails;
        this.journal = journal;
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    /** Those that {@code reader} may know of, newest first: all of them for the expert, one's own otherwise. */
    public List<Document> of(Person reader, UUID expertise) {
        boolean expert = expertises.known(reader, expertise).has(Role.EXPERT);
        return jdbc
                .sql("""
                        select * from document
                        where expertise = :expertise and (status <> 'PUBLISHED' or decided_at is not null)
                          and (:expert or depositor = :reader)
                        order by deposited_at desc, id desc
                        """)
                .param("expertise", expertise)
                .param("expert", expert)
                .param("reader", reader.id())
                .query((row, number) -> DocumentRows.document(row))
                .list()
                .stream()
                .filter(document -> documents.may(reader, document))
                .toList();
    }

    public void accept(Person expert, UUID expertise, UUID id) {
        units.run(() -> {
            Document proposal = undecided(expert, expertise, id);
            int number = rows.lastNumber(proposal.folder()) + 1;
            rows.decide(id, Status.PUBLISHED, number, clock.instant(), expert.id(), null);
            readings.accepted(proposal);
            journal.append(fact(Fact.of("proposal.accepted"), expert, proposal));
            publication.published(rows.find(id).orElseThrow());
            mails.decided(proposal, expert, true);
        });
    }

    public void refuse(Person expert, UUID expertise, UUID id, @Nullable String typed) {
        String reason = typed == null ? "" : typed.strip();
        if (reason.isEmpty()) {
            throw FolderRefusal.REASON_REQUIRED.with();
        }
        if (reason.length() > REASON) {
            throw FolderRefusal.REASON_TOO_LONG.with(REASON);
        }
        units.run(() -> {
            Document proposal = undecided(expert, expertise, id);
            rows.decide(id, Status.REFUSED, null, clock.instant(), expert.id(), reason);
            journal.append(fact(Fact.of("proposal.refused"), expert, proposal));
            mails.decided(proposal, expert, false);
        });
    }

    /** Locked; only the expert answers, and once. */
    private Document undecided(Person expert, UUID expertise, UUID id) {
        boolean mine = expertises.known(expert, expertise).has(Role.EXPERT);
        Document document = documents.readable(expert, expertise, id);
        if (!mine) {
            throw FolderRefusal.EXPERT_ONLY.with();
        }
        Document locked = rows.lock(document.id()).orElseThrow();
        if (locked.status() != Status.PROPOSED) {
            throw FolderRefusal.PROPOSAL_DECIDED.with();
        }
        return locked;
    }

    private static Fact fact(Fact fact, Person expert, Document document) {
        return fact.by(expert.id())
                .message(document.message())
                .file(document.file())
                .about(document.expertise())
                .content(document.sha256(), document.length())
                .detail("folder", document.folder())
                .detail("document", document.id())
                .detail("role", Role.EXPERT);
    }
}
