package fr.pli.expertise.folder;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Units;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.Cases.Case;
import fr.pli.expertise.testing.ExpertiseTest;
import fr.pli.expertise.testing.Overlap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What takes a right away comes before a confirmation or after it, never in the middle: both orders, each with the other
 * act begun before the first is committed.
 */
@ExpertiseTest
@Tag("E-4")
class ConfirmationRacesTest {

    @Autowired
    Cases cases;

    @Autowired
    Folders folders;

    @Autowired
    Filings filings;

    @Autowired
    Deposits deposits;

    @Autowired
    Documents documents;

    @Autowired
    Expertises expertises;

    @Autowired
    Units units;

    private Case one;
    private Person author;
    private UUID message;

    @BeforeEach
    void aDepositToBeConfirmed() {
        one = cases.open();
        author = one.lawyer(one.claimant());
        message = filings.draft(
                author,
                folders.at(
                        one.id(),
                        FolderKind.PARTIE_DIRES_ET_ANNEXES,
                        one.claimant().id()),
                "dire.pdf");
    }

    @Test
    void aChangeOfStateWaitsForAConfirmation() throws Exception {
        assertThat(Overlap.waits(units, this::confirm, () -> one.become(ExpertiseState.PAUSED)))
                .isEmpty();
        assertThat(documents.of(message)).hasSize(1);
        assertThat(one.now().state()).isEqualTo(ExpertiseState.PAUSED);
    }

    @Test
    void aConfirmationWaitsForAChangeOfStateAndIsRefusedByIt() throws Exception {
        assertThat(Overlap.waits(units, () -> one.become(ExpertiseState.PAUSED), this::confirm))
                .get()
                .extracting(RefusedException::refusal)
                .isEqualTo(FolderRefusal.NO_DEPOSIT);
        assertThat(documents.of(message)).isEmpty();
        assertThat(filings.facts("deposit.confirmed", message)).isZero();
    }

    @Test
    @Tag("E-7")
    void aDepartureWaitsForAConfirmation() throws Exception {
        assertThat(Overlap.waits(units, this::confirm, () -> one.leaves(author)))
                .isEmpty();
        assertThat(documents.of(message)).hasSize(1);
    }

    @Test
    @Tag("E-7")
    void aConfirmationWaitsForADepartureAndIsRefusedByIt() throws Exception {
        assertThat(Overlap.waits(units, () -> one.leaves(author), this::confirm))
                .isPresent();
        assertThat(documents.of(message)).isEmpty();
        assertThat(filings.facts("deposit.confirmed", message)).isZero();
    }

    private void confirm() {
        deposits.confirm(author, message, false);
    }
}
