package fr.pli.expertise.testing;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Time;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.Filings;
import fr.pli.expertise.folder.Folders;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.rights.FolderKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deposits in the folders of a case, for tests that are not about depositing. */
@Component
public class Posted {

    private final Filings filings;
    private final Folders folders;

    Posted(Filings filings, Folders folders) {
        this.filings = filings;
        this.folders = folders;
    }

    /** In the folder of that kind; of the claimant, where each party has one. */
    public List<Document> in(Cases.Case one, FolderKind kind, Person depositor, String... names) {
        return filings.deposited(depositor, folder(one, kind, kind.group().owned() ? one.claimant() : null), names);
    }

    public UUID folder(Cases.Case one, FolderKind kind, @Nullable Party party) {
        return folders.at(one.id(), kind, party == null ? null : party.id());
    }

    /** All of its bytes were handed over. */
    public void downloaded(Person reader, Document document) {
        filings.download(reader, document);
    }

    public static Instant nextMidnight(Instant now) {
        return LocalDate.ofInstant(now, Time.PARIS)
                .plusDays(1)
                .atStartOfDay(Time.PARIS)
                .toInstant();
    }
}
