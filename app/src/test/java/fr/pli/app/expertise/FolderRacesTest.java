package fr.pli.app.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.Deposits;
import fr.pli.exchange.testing.Eventually;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.Documents;
import fr.pli.expertise.folder.Filings;
import fr.pli.expertise.folder.Folders;
import fr.pli.expertise.folder.Grants;
import fr.pli.expertise.folder.Proposals;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.Cases.Case;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A right that ends while bytes travel: over real connections, within five seconds. */
@AppTest
@Tag("U-11")
class FolderRacesTest {

    private static final int LENGTH = 48_000_000;

    @Autowired
    Visitors visitors;

    @Autowired
    Cases cases;

    @Autowired
    Filings filings;

    @Autowired
    Folders folders;

    @Autowired
    Documents documents;

    @Autowired
    fr.pli.expertise.folder.Deposits deposits;

    @Autowired
    Proposals proposals;

    @Autowired
    Grants grants;

    @Autowired
    Participants participants;

    private Case one;
    private Person lawyer;
    private Person other;

    @BeforeEach
    void anOpenExpertise() {
        one = cases.open();
        lawyer = one.lawyer(one.claimant());
        other = one.lawyer(one.defendant());
    }

    @Test
    @Tag("M-4")
    void aChangeOfStateCutsADownload() throws Exception {
        Document report = large(one.expert(), folders.at(one.id(), FolderKind.GREFFE_RAPPORT_DEFINITIF, null));
        cut(one.expert(), report, () -> one.become(ExpertiseState.REJECTED));
    }

    @Test
    @Tag("E-8")
    void aGrantTakenBackCutsADownload() throws Exception {
        UUID folder = folders.at(
                one.id(), FolderKind.PARTIE_CONFIDENTIEL_ACCEPTE, one.claimant().id());
        Document proposal = large(lawyer, folder);
        proposals.accept(one.expert(), one.id(), proposal.id());
        UUID participant = participants.of(one.id()).stream()
                .filter(each -> each.person().equals(other.id()))
                .map(Participant::id)
                .findFirst()
                .orElseThrow();
        UUID grant = grants.giveDocument(one.expert(), one.id(), participant, proposal.id());
        cut(other, proposal, () -> grants.revoke(one.expert(), one.id(), grant));
    }

    @Test
    @Tag("E-7")
    void whoLeavesIsCutAndADepositorLosesTheDocumentToo() throws Exception {
        Document dire = large(
                lawyer,
                folders.at(
                        one.id(),
                        FolderKind.PARTIE_DIRES_ET_ANNEXES,
                        one.claimant().id()));
        cut(lawyer, dire, () -> one.leaves(lawyer));
    }

    private Document large(Person author, UUID folder) {
        UUID message = deposits.begin(author, folders.find(folder).orElseThrow());
        filings.attach(author, message, "scan.bin", Deposits.random(LENGTH), true);
        deposits.confirm(author, message, false);
        return documents.of(message).getFirst();
    }

    /** Reads a little, ends the right, goes on reading slowly: the answer breaks within five seconds, and never ends whole. */
    private void cut(Person reader, Document document, Runnable end) throws Exception {
        Visitor visitor = visitors.signedIn(reader);
        String path = "/messages/" + document.message() + "/files/" + document.file();
        var answer = visitor.call("GET", path, Map.of(), BodyPublishers.noBody(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        try (InputStream in = answer.body()) {
            in.readNBytes(100_000);
            end.run();
            Eventually.until("the answer is cut", Duration.ofSeconds(5), () -> broken(in));
        }
        assertThat(filings.facts("download.completed", document.message())).isZero();
        assertThat(visitor.get(path).statusCode()).isEqualTo(404);
    }

    private static boolean broken(InputStream in) {
        try {
            assertThat(in.readNBytes(64 * 1024))
                    .as("the answer never ends as a whole one")
                    .isNotEmpty();
            return false;
        } catch (IOException cut) {
            return true;
        }
    }
}
