package fr.pli.expertise.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.People;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.rights.Standing;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.ExpertiseTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExpertiseTest
@Tag("E-7")
class ParticipantsTest {

    @Autowired
    Cases cases;

    @Autowired
    People people;

    @Autowired
    Participants participants;

    @Autowired
    Roster roster;

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    @Test
    void oneRoleOwnsThePartysFoldersAnotherTheSapiteursOwn() {
        Cases.Case one = cases.setup();
        Person lawyer = one.lawyer(one.claimant());
        Person sapiteur = one.sapiteur();

        assertThat(participants.standings(lawyer.id(), one.id()))
                .containsExactly(new Standing(Role.AVOCAT, one.claimant().id()));
        UUID participation = participants.of(one.id()).stream()
                .filter(each -> each.person().equals(sapiteur.id()))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(participants.standings(sapiteur.id(), one.id()))
                .containsExactly(new Standing(Role.SAPITEUR, participation));
        assertThat(participants.standings(one.expert().id(), one.id()))
                .containsExactly(new Standing(Role.EXPERT, null));
    }

    @Test
    void onePersonHasSeveralRolesButEachOnce() {
        Cases.Case one = cases.setup();
        Person lawyer = one.lawyer(one.claimant());
        one.add(lawyer, Role.AVOCAT, one.defendant());

        assertThat(participants.standings(lawyer.id(), one.id())).hasSize(2);
        assertThatThrownBy(() -> one.add(lawyer, Role.AVOCAT, one.claimant()))
                .extracting("refusal")
                .isEqualTo(ParticipantRefusal.ALREADY);
        assertThat(participants.standings(lawyer.id(), one.id())).hasSize(2);
    }

    @Test
    void whoLeavesHasNoStandingAtOnceWhatTheyWereStaysAndTheyMayComeBack() {
        Cases.Case one = cases.open();
        Person lawyer = one.lawyer(one.claimant());
        one.leaves(lawyer);

        assertThat(participants.standings(lawyer.id(), one.id())).isEmpty();
        assertThat(participants.standings(lawyer.id(), List.of(one.id()))).isEmpty();
        assertThat(participants.of(one.id()))
                .filteredOn(each -> each.person().equals(lawyer.id()))
                .hasSize(1)
                .allSatisfy(each -> assertThat(each.leftAt()).isNotNull());
        one.add(lawyer, Role.AVOCAT, one.claimant());
        assertThat(participants.standings(lawyer.id(), one.id())).hasSize(1);
        assertThat(facts(one.id())).contains("participant.joined", "participant.left");
    }

    @Test
    void whoIsSuspendedHasNoStandingAndHasItAgainAfterwards() {
        Cases.Case one = cases.open();
        Person lawyer = one.lawyer(one.claimant());
        people.suspend(lawyer);
        assertThat(participants.standings(lawyer.id(), one.id())).isEmpty();
        people.reactivate(lawyer);
        assertThat(participants.standings(lawyer.id(), one.id())).hasSize(1);
    }

    @Test
    void theExpertsOwnRoleDoesNotEnd() {
        Cases.Case one = cases.setup();
        assertThatThrownBy(() -> one.leaves(one.expert()))
                .extracting("refusal")
                .isEqualTo(ParticipantRefusal.EXPERT_STAYS);
        assertThat(participants.standings(one.expert().id(), one.id())).hasSize(1);
    }

    @Test
    void partiesStandInTheOrderOfJoiningAndTheirModeIsTheirOwn() {
        Cases.Case one = cases.setup();
        Party third = units.call(() -> roster.addParty(
                one.id(), Party.Side.OTHER, "  Assureur   Étoile ", one.expert().id()));
        units.run(() -> roster.mode(third, true, one.expert().id()));

        assertThat(participants.parties(one.id()))
                .extracting(Party::name, Party::side, Party::expertDeposits)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Martin", Party.Side.CLAIMANT, false),
                        org.assertj.core.groups.Tuple.tuple("SCI Les Pins", Party.Side.DEFENDANT, false),
                        org.assertj.core.groups.Tuple.tuple("Assureur Étoile", Party.Side.OTHER, true));
        assertThat(facts(one.id())).contains("party.added", "party.mode");
        for (String wrong : List.of("", "  ", "x".repeat(101), "a\u0007b", "a\u202eb")) {
            assertThatThrownBy(() -> Roster.partyName(wrong)).hasMessageStartingWith("participant.party-name");
        }
    }

    private List<String> facts(UUID expertise) {
        return jdbc.sql("select kind from event where subject = ?")
                .param(expertise)
                .query(String.class)
                .list();
    }
}
