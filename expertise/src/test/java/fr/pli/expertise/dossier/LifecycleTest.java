package fr.pli.expertise.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.ExpertiseTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExpertiseTest
@Tag("E-2")
class LifecycleTest {

    @Autowired
    Cases cases;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    Expertises expertises;

    @Autowired
    JdbcClient jdbc;

    @Test
    void fromEveryStateTheExpertGoesWhereTheTableSaysAndNowhereElse() {
        for (ExpertiseState from : ExpertiseState.values()) {
            for (ExpertiseState to : ExpertiseState.values()) {
                Cases.Case one = cases.in(from);
                if (from == ExpertiseState.SETUP) {
                    one.waive();
                }
                if (Transition.between(from, to).isPresent()) {
                    assertThat(lifecycle
                                    .change(one.expert(), one.id(), from, to, "Motif")
                                    .state())
                            .isEqualTo(to);
                } else {
                    assertThatThrownBy(() -> lifecycle.change(one.expert(), one.id(), from, to, "Motif"))
                            .as(from + " → " + to)
                            .extracting("refusal")
                            .isEqualTo(DossierRefusal.NO_TRANSITION);
                }
                assertThat(one.now().state())
                        .isEqualTo(Transition.between(from, to).isPresent() ? to : from);
            }
        }
    }

    @Test
    void itBeginsOnlyOnceTheProvisionIsThereOrAnOrderSaysSo() {
        Cases.Case one = cases.setup();
        refuses(one, ExpertiseState.OPEN, "Pressé", DossierRefusal.PROVISION_MISSING);
        assertThat(lifecycle.next(one.now()))
                .filteredOn(next -> next.transition() == Transition.BEGIN)
                .allSatisfy(next -> assertThat(next.obstacle()).contains(DossierRefusal.PROVISION_MISSING));
        one.waive().become(ExpertiseState.OPEN);
        assertThat(one.now().openedAt()).isEqualTo(one.now().stateSince());
    }

    @Test
    void withoutTheFinalReportItIsFinishedForAStatedReasonOnly() {
        Cases.Case one = cases.open();
        refuses(one, ExpertiseState.CLOSED, " ", DossierRefusal.REPORT_MISSING);
        refuses(one, ExpertiseState.REJECTED, "", DossierRefusal.REASON_REQUIRED);
        refuses(one, ExpertiseState.CLOSED, "x".repeat(1001), DossierRefusal.REASON_TOO_LONG);
        lifecycle.change(
                one.expert(), one.id(), ExpertiseState.OPEN, ExpertiseState.CLOSED, "Conciliation des parties");
        assertThat(expertises.history(one.id()))
                .extracting(Expertises.Change::to, Expertises.Change::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ExpertiseState.OPEN, "Motif de l'expert"),
                        org.assertj.core.groups.Tuple.tuple(ExpertiseState.CLOSED, "Conciliation des parties"));
        assertThat(jdbc.sql("select count(*) from event where subject = ? and kind = 'expertise.state'")
                        .param(one.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void onlyTheExpertChangesTheStateAndNobodyElseKnowsIt() {
        for (Role role : Role.values()) {
            Cases.Case one = cases.open();
            if (role == Role.EXPERT || role == Role.EXPERT_FOR_PARTY) {
                continue;
            }
            Person other = one.with(role);
            assertThatThrownBy(() -> lifecycle.change(other, one.id(), ExpertiseState.OPEN, ExpertiseState.PAUSED, ""))
                    .as(role.name())
                    .extracting("refusal")
                    .isEqualTo(DossierRefusal.EXPERT_ONLY);
        }
        Cases.Case one = cases.open();
        assertThatThrownBy(() -> lifecycle.change(
                        cases.setup().expert(), one.id(), ExpertiseState.OPEN, ExpertiseState.PAUSED, ""))
                .extracting("refusal")
                .isEqualTo(DossierRefusal.UNKNOWN);
    }

    @Test
    void ofManyChangesAtOnceOneHappens() {
        Cases.Case one = cases.open();
        List<Object> outcomes;
        try (var threads = Executors.newFixedThreadPool(4)) {
            outcomes = IntStream.range(0, 4)
                    .mapToObj(each -> CompletableFuture.supplyAsync(() -> attempt(one, each), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
        assertThat(outcomes)
                .filteredOn(DossierRefusal.CHANGED_MEANWHILE::equals)
                .hasSize(3);
        assertThat(expertises.history(one.id())).hasSize(2);
    }

    private Object attempt(Cases.Case one, int each) {
        try {
            return lifecycle.change(
                    one.expert(),
                    one.id(),
                    ExpertiseState.OPEN,
                    each % 2 == 0 ? ExpertiseState.PAUSED : ExpertiseState.CLOSED,
                    "Motif");
        } catch (RefusedException refused) {
            return refused.refusal();
        }
    }

    private void refuses(Cases.Case one, ExpertiseState to, String reason, DossierRefusal refusal) {
        assertThatThrownBy(
                        () -> lifecycle.change(one.expert(), one.id(), one.now().state(), to, reason))
                .extracting("refusal")
                .isEqualTo(refusal);
    }
}
