package fr.pli.expertise.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.platform.Time;
import fr.pli.expertise.dossier.Expertise.Provision;
import fr.pli.expertise.dossier.Expertise.Provision.Status;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.ExpertiseTest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ExpertiseTest
@Tag("E-2")
class ProvisionsTest {

    @Autowired
    Cases cases;

    @Autowired
    Provisions provisions;

    @Autowired
    Participants participants;

    @Autowired
    Clock clock;

    @Test
    void theExpertWritesDownAmountPayersDueDayAndReceipt() {
        Cases.Case one = cases.setup();
        LocalDate due = today().plusDays(30);
        provisions.record(
                one.expert(),
                one.id(),
                Status.AWAITED,
                new Provision(Status.AWAITED, new BigDecimal("2500.50"), due, null, null),
                List.of(one.claimant().id()));
        assertThat(one.now().provision())
                .isEqualTo(new Provision(Status.AWAITED, new BigDecimal("2500.50"), due, null, null));
        assertThat(one.now().awaitsProvision()).isTrue();
        assertThat(participants.parties(one.id())).extracting(Party::pays).containsExactly(true, false);

        provisions.record(
                one.expert(),
                one.id(),
                Status.AWAITED,
                new Provision(Status.RECEIVED, new BigDecimal("2500.50"), due, today(), null),
                List.of(one.defendant().id()));
        assertThat(one.now().awaitsProvision()).isFalse();
        assertThat(participants.parties(one.id())).extracting(Party::pays).containsExactly(false, true);
    }

    @Test
    void aGreffierOfTheExpertiseRecordsTheReceiptAndNobodyElseButTheExpert() {
        Cases.Case one = cases.setup();
        provisions.received(one.greffier(), one.id(), null);
        assertThat(one.now().provision().status()).isEqualTo(Status.RECEIVED);
        assertThat(one.now().provision().receivedOn()).isEqualTo(today());

        for (Role role : List.of(Role.MAGISTRAT, Role.CO_EXPERT, Role.SAPITEUR)) {
            Cases.Case other = cases.setup();
            assertThatThrownBy(() -> provisions.received(other.with(role), other.id(), null))
                    .extracting("refusal")
                    .isEqualTo(DossierRefusal.PROVISION_NOT_YOURS);
        }
        Cases.Case open = cases.open();
        assertThatThrownBy(() -> provisions.received(open.lawyer(open.claimant()), open.id(), null))
                .extracting("refusal")
                .isEqualTo(DossierRefusal.PROVISION_NOT_YOURS);
        assertThatThrownBy(() ->
                        provisions.record(one.greffier(), one.id(), Status.RECEIVED, of(Status.WAIVED), List.of()))
                .extracting("refusal")
                .isEqualTo(DossierRefusal.EXPERT_ONLY);
    }

    @Test
    void theExpertDoesNotOverwriteWhatAGreffierRecordedMeanwhile() {
        Cases.Case one = cases.setup();
        provisions.received(one.greffier(), one.id(), today());
        refuses(one, Status.AWAITED, of(Status.AWAITED), DossierRefusal.CHANGED_MEANWHILE);
        assertThatThrownBy(() -> provisions.received(one.greffier(), one.id(), today()))
                .extracting("refusal")
                .isEqualTo(DossierRefusal.PROVISION_SETTLED);
    }

    @Test
    void anOrderOfTheJudgeLetsItBeginAndWhatLetItBeginIsNotTakenAway() {
        Cases.Case one = cases.setup();
        provisions.record(
                one.expert(),
                one.id(),
                Status.AWAITED,
                new Provision(Status.AWAITED, null, null, null, today()),
                List.of());
        assertThat(one.now().awaitsProvision()).isTrue();
        one.become(ExpertiseState.OPEN);
        refuses(one, Status.AWAITED, of(Status.LAPSED), DossierRefusal.PROVISION_KEPT);
        provisions.received(one.expert(), one.id(), today());
        assertThat(one.now().provision().orderFiledOn()).isEqualTo(today());
    }

    @Test
    void daysThatCannotBeAndForeignPayersAreRefused() {
        Cases.Case one = cases.setup();
        refuses(one, Status.AWAITED, of(Status.RECEIVED), DossierRefusal.RECEIVED_ON_INVALID);
        refuses(
                one,
                Status.AWAITED,
                new Provision(Status.RECEIVED, null, null, today().plusDays(1), null),
                DossierRefusal.RECEIVED_ON_INVALID);
        refuses(
                one,
                Status.AWAITED,
                new Provision(Status.AWAITED, null, null, null, today().plusDays(1)),
                DossierRefusal.ORDER_ON_INVALID);
        UUID foreign = cases.setup().claimant().id();
        assertThatThrownBy(() ->
                        provisions.record(one.expert(), one.id(), Status.AWAITED, of(Status.WAIVED), List.of(foreign)))
                .hasMessage("participant.unknown");
    }

    @Test
    void nothingChangesOnceItIsOver() {
        for (ExpertiseState state : List.of(ExpertiseState.CLOSED, ExpertiseState.REJECTED)) {
            Cases.Case one = cases.in(state);
            refuses(one, one.now().provision().status(), of(Status.WAIVED), DossierRefusal.OVER);
            assertThatThrownBy(() -> provisions.reportDue(one.expert(), one.id(), today()))
                    .extracting("refusal")
                    .isEqualTo(DossierRefusal.OVER);
        }
        Cases.Case one = cases.open();
        assertThat(provisions
                        .reportDue(one.expert(), one.id(), today().plusDays(90))
                        .reportDue())
                .isEqualTo(today().plusDays(90));
        assertThat(provisions.reportDue(one.expert(), one.id(), null).reportDue())
                .isNull();
    }

    private void refuses(Cases.Case one, Status was, Provision typed, DossierRefusal refusal) {
        assertThatThrownBy(() -> provisions.record(one.expert(), one.id(), was, typed, List.of()))
                .extracting("refusal")
                .isEqualTo(refusal);
    }

    private static Provision of(Status status) {
        return new Provision(status, null, null, null, null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Time.PARIS);
    }
}
