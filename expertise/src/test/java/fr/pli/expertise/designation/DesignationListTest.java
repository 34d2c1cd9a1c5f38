package fr.pli.expertise.designation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.People;
import fr.pli.expertise.testing.ExpertiseTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody finds in « Mes désignations ». */
@ExpertiseTest
@Tag("D-1")
class DesignationListTest {

    @Autowired
    People people;

    @Autowired
    Designated designated;

    @Autowired
    Designations designations;

    @Autowired
    Answers answers;

    @Test
    void theNewestComesFirstAndPagesFollowEachOtherWithoutGapOrDouble() {
        Person clerk = people.clerk();
        Person expert = people.active(Profile.EXPERT);
        List<UUID> made = Stream.generate(() -> designated.pending(clerk, expert, null))
                .limit(5)
                .map(Designation::id)
                .toList();
        for (Person reader : List.of(clerk, expert)) {
            List<UUID> first = ids(designations.page(reader, null, null, 3));
            assertThat(first).containsExactlyElementsOf(made.reversed().subList(0, 3));
            assertThat(ids(designations.page(reader, null, first.getLast(), 3)))
                    .containsExactlyElementsOf(made.reversed().subList(3, 5));
        }
    }

    @Test
    void aStateShowsItsOwnAndIsCountedByItself() {
        Person clerk = people.clerk();
        Person expert = people.active(Profile.EXPERT);
        Designation pending = designated.pending(clerk, expert, null);
        Designation refused = designated.pending(clerk, expert, null);
        answers.refuse(expert, refused.id(), RefusalReason.UNAVAILABLE, "");
        for (Person reader : List.of(clerk, expert)) {
            assertThat(ids(designations.page(reader, DesignationState.PENDING, null, 9)))
                    .containsExactly(pending.id());
            assertThat(ids(designations.page(reader, DesignationState.REFUSED, null, 9)))
                    .containsExactly(refused.id());
            assertThat(designations.page(reader, DesignationState.EXPIRED, null, 9))
                    .isEmpty();
            assertThat(designations.count(reader))
                    .isEqualTo(Map.of(DesignationState.PENDING, 1, DesignationState.REFUSED, 1));
        }
    }

    @Test
    void whoIsSuspendedHasNoneAnyMore() {
        Person clerk = people.clerk();
        Designation one = designated.pending(clerk, people.active(Profile.EXPERT), null);
        people.suspend(clerk);
        Person suspended = people.now(clerk);
        assertThatThrownBy(() -> designations.known(suspended, one.id()))
                .extracting("refusal")
                .isEqualTo(DesignationRefusal.UNKNOWN);
        assertThat(designations.page(suspended, null, null, 9)).isEmpty();
        assertThat(designations.count(suspended)).isEmpty();
    }

    private static List<UUID> ids(List<Designation> page) {
        return page.stream().map(Designation::id).toList();
    }
}
