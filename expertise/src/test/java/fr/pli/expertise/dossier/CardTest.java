package fr.pli.expertise.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.testing.People;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.ExpertiseTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ExpertiseTest
@Tag("M-4")
class CardTest {

    @Autowired
    Cases cases;

    @Autowired
    People people;

    @Autowired
    Expertises expertises;

    @Test
    void theCardIsListedForEachRoleInEachStateAsTheRuleSays() {
        for (ExpertiseState state : ExpertiseState.values()) {
            Cases.Case one = cases.in(state);
            boolean opened = one.now().openedAt() != null;
            for (Role role : Role.values()) {
                Person person = one.with(role);
                boolean expected = opened || !role.ofParty() || role == Role.EXPERT_FOR_PARTY;
                assertListed(person, one.id(), expected, role + " in " + state);
            }
            assertListed(people.clerk(), one.id(), false, "a stranger in " + state);
        }
    }

    @Test
    void anExpertiseRejectedAfterItHadBegunStaysListedForParties() {
        Cases.Case one = cases.open();
        Person lawyer = one.lawyer(one.claimant());
        one.become(ExpertiseState.REJECTED);
        assertListed(lawyer, one.id(), true, "rejected later");
    }

    @Test
    void whoLeftOrIsSuspendedHasNoCard() {
        Cases.Case one = cases.open();
        Person lawyer = one.lawyer(one.claimant());
        Person greffier = one.greffier();
        one.leaves(lawyer);
        assertListed(lawyer, one.id(), false, "left");
        people.suspend(greffier);
        assertListed(people.now(greffier), one.id(), false, "suspended");
    }

    @Test
    void theListIsNewestFirstByStateAndInPages() {
        Person greffier = people.clerk();
        List<UUID> made = java.util.stream.Stream.of(ExpertiseState.OPEN, ExpertiseState.PAUSED, ExpertiseState.OPEN)
                .map(state -> {
                    Cases.Case one = cases.in(state);
                    one.add(greffier, Role.GREFFIER, null);
                    return one.id();
                })
                .toList();
        assertThat(ids(expertises.page(greffier, null, null, 10))).containsExactlyElementsOf(made.reversed());
        assertThat(ids(expertises.page(greffier, ExpertiseState.OPEN, null, 10)))
                .containsExactly(made.get(2), made.get(0));
        assertThat(ids(expertises.page(greffier, null, made.get(2), 1))).containsExactly(made.get(1));
        assertThat(expertises.count(greffier)).isEqualTo(Map.of(ExpertiseState.OPEN, 2, ExpertiseState.PAUSED, 1));
    }

    private void assertListed(Person person, UUID id, boolean expected, String which) {
        assertThat(expertises.listed(person).contains(id)).as(which).isEqualTo(expected);
        assertThat(ids(expertises.page(person, null, null, 200)).contains(id))
                .as(which)
                .isEqualTo(expected);
        if (expected) {
            assertThat(expertises.known(person, id).expertise().id()).isEqualTo(id);
        } else {
            assertThatThrownBy(() -> expertises.known(person, id))
                    .as(which)
                    .extracting("refusal")
                    .isEqualTo(DossierRefusal.UNKNOWN);
        }
    }

    private static List<UUID> ids(List<Expertise> all) {
        return all.stream().map(Expertise::id).toList();
    }
}
