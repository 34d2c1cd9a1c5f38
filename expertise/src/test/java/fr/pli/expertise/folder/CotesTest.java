package fr.pli.expertise.folder;

import static fr.pli.expertise.folder.FoldersTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Units;
import fr.pli.expertise.folder.Deposit.Detail;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.Cases.Case;
import fr.pli.expertise.testing.ExpertiseTest;
import fr.pli.expertise.testing.Overlap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A cote names one pièce of a party, whoever deposits it and whenever it is published. */
@ExpertiseTest
@Tag("E-11")
class CotesTest {

    @Autowired
    Cases cases;

    @Autowired
    Folders folders;

    @Autowired
    Deposits deposits;

    @Autowired
    Documents documents;

    @Autowired
    Filings filings;

    @Autowired
    Units units;

    private Case one;
    private Person lawyer;
    private Person colleague;
    private UUID pieces;

    @BeforeEach
    void anOpenExpertise() {
        one = cases.open();
        lawyer = one.lawyer(one.claimant());
        colleague = one.lawyer(one.claimant());
        pieces = pieces(one.claimant());
    }

    @Test
    void ofTwoConfirmedAtTheSameMomentTheSecondIsToldThatItIsTaken() throws Exception {
        UUID first = piece(lawyer, "facture.pdf", "12", true);
        UUID second = piece(colleague, "devis.pdf", "12", true);
        assertThat(Overlap.waits(
                        units,
                        () -> deposits.confirm(lawyer, first, false),
                        () -> deposits.confirm(colleague, second, false)))
                .get()
                .extracting(RefusedException::refusal)
                .isEqualTo(FolderRefusal.COTE_TAKEN);
        assertThat(documents.of(first)).hasSize(1);
        assertThat(documents.of(second)).isEmpty();
    }

    @Test
    void whatIsConfirmedAndWaitsForItsAnalysisHasTakenItsCote() {
        UUID waiting = piece(lawyer, "facture.pdf", "12", false);
        deposits.confirm(lawyer, waiting, false);
        UUID second = piece(colleague, "devis.pdf", "12", true);
        refused(FolderRefusal.COTE_TAKEN, () -> deposits.confirm(colleague, second, false));
        filings.infected(filings.file(waiting, "facture.pdf"));
        deposits.confirm(colleague, second, false);
        assertThat(documents.of(second)).hasSize(1);
    }

    @Test
    void whatIsTakenBackGivesItsCoteFree() {
        UUID waiting = piece(lawyer, "facture.pdf", "12", false);
        deposits.confirm(lawyer, waiting, false);
        deposits.recall(lawyer, waiting);
        UUID second = piece(colleague, "devis.pdf", "12", true);
        deposits.confirm(colleague, second, false);
        refused(FolderRefusal.COTE_TAKEN, () -> deposits.confirm(lawyer, waiting, false));
    }

    @Test
    void twoPiecesOfOneDepositDoNotShareOne() {
        UUID message = piece(lawyer, "facture.pdf", "12", true);
        UUID file = filings.attach(lawyer, message, "devis.pdf", "Devis".getBytes(), true);
        deposits.describe(lawyer, message, "", Map.of(file, new Detail("12", null)));
        refused(FolderRefusal.COTE_TAKEN, () -> deposits.confirm(lawyer, message, false));
        deposits.describe(lawyer, message, "", Map.of(file, new Detail("13", null)));
        deposits.confirm(lawyer, message, false);
        assertThat(documents.of(message)).extracting(Document::cote).containsExactlyInAnyOrder("12", "13");
    }

    @Test
    void ofTwoCorrectionsOfAPieceOneTakesItsCoteOver() {
        UUID first = piece(lawyer, "facture.pdf", "12", true);
        deposits.confirm(lawyer, first, false);
        UUID former = documents.of(first).getFirst().id();
        UUID waiting = piece(lawyer, "facture-2.pdf", "12", former, false);
        deposits.confirm(lawyer, waiting, false);
        UUID other = piece(colleague, "facture-3.pdf", "12", former, true);
        refused(FolderRefusal.COTE_TAKEN, () -> deposits.confirm(colleague, other, false));
        filings.clean(filings.file(waiting, "facture-2.pdf"));
        assertThat(documents.of(waiting)).extracting(Document::cote).containsExactly("12");
    }

    @Test
    void anotherPartysPiecesAreCountedForThemselves() throws Exception {
        Person opponent = one.lawyer(one.defendant());
        UUID first = piece(lawyer, "facture.pdf", "12", true);
        UUID second =
                deposits.begin(opponent, folders.find(pieces(one.defendant())).orElseThrow());
        UUID file = filings.attach(opponent, second, "devis.pdf", "Devis".getBytes(), true);
        deposits.describe(opponent, second, "", Map.of(file, new Detail("12", null)));
        units.run(() -> {
            deposits.confirm(lawyer, first, false);
            java.util.concurrent.CompletableFuture.runAsync(() -> deposits.confirm(opponent, second, false))
                    .join();
        });
        assertThat(documents.of(first)).hasSize(1);
        assertThat(documents.of(second)).hasSize(1);
    }

    private UUID pieces(Party party) {
        return folders.at(one.id(), FolderKind.PARTIE_PIECES_COTEES, party.id());
    }

    private UUID piece(Person author, String name, String cote, boolean analysed) {
        return piece(author, name, cote, null, analysed);
    }

    private UUID piece(Person author, String name, String cote, UUID former, boolean analysed) {
        UUID message = analysed ? filings.draft(author, pieces, name) : filings.unanalysed(author, pieces, name);
        deposits.describe(author, message, "", Map.of(filings.file(message, name), new Detail(cote, former)));
        return message;
    }
}
