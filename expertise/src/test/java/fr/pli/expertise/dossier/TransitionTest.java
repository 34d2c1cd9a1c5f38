package fr.pli.expertise.dossier;

import static fr.pli.expertise.rights.ExpertiseState.CLOSED;
import static fr.pli.expertise.rights.ExpertiseState.OPEN;
import static fr.pli.expertise.rights.ExpertiseState.PAUSED;
import static fr.pli.expertise.rights.ExpertiseState.REJECTED;
import static fr.pli.expertise.rights.ExpertiseState.SETUP;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.expertise.dossier.Transition.Facts;
import fr.pli.expertise.rights.ExpertiseState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E-2")
class TransitionTest {

    /** SPEC E-2, whole. */
    private static final Map<ExpertiseState, Set<ExpertiseState>> SPECIFIED = Map.of(
            SETUP, Set.of(OPEN, REJECTED),
            OPEN, Set.of(PAUSED, CLOSED, REJECTED),
            PAUSED, Set.of(OPEN, CLOSED, REJECTED),
            CLOSED, Set.of(),
            REJECTED, Set.of());

    @Test
    void everyPairOfStatesIsPossibleExactlyWhereTheSpecificationSaysSo() {
        for (ExpertiseState from : ExpertiseState.values()) {
            for (ExpertiseState to : ExpertiseState.values()) {
                assertThat(Transition.between(from, to).isPresent())
                        .as(from + " → " + to)
                        .isEqualTo(SPECIFIED.get(from).contains(to));
            }
        }
    }

    @Test
    void onlyOneTransitionLeadsFromOneStateToAnother() {
        for (ExpertiseState from : ExpertiseState.values()) {
            assertThat(Transition.from(from)).extracting(Transition::to).doesNotHaveDuplicates();
        }
    }

    @Test
    void eachConditionLooksAtItsOwnFactOnly() {
        for (boolean begin : List.of(true, false)) {
            for (boolean reported : List.of(true, false)) {
                for (boolean reasoned : List.of(true, false)) {
                    var facts = new Facts(begin, reported, reasoned);
                    assertThat(Transition.BEGIN.obstacle(facts).isEmpty()).isEqualTo(begin);
                    assertThat(Transition.PAUSE.obstacle(facts)).isEmpty();
                    assertThat(Transition.RESUME.obstacle(facts)).isEmpty();
                    assertThat(Transition.CLOSE.obstacle(facts).isEmpty()).isEqualTo(reported || reasoned);
                    assertThat(Transition.ABANDON.obstacle(facts).isEmpty()).isEqualTo(reasoned);
                    assertThat(Transition.BREAK_OFF.obstacle(facts).isEmpty()).isEqualTo(reasoned);
                }
            }
        }
    }
}
