package fr.pli.expertise.designation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Merging;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.People;
import fr.pli.expertise.testing.ExpertiseTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Designations of somebody who had two accounts. */
@ExpertiseTest
@Tag("C-6")
class MergedDesignationsTest {

    @Autowired
    MergedDesignations merged;

    @Autowired
    Designated designated;

    @Autowired
    DesignationTable table;

    @Autowired
    People people;

    @Autowired
    Units units;

    @Test
    void whatWasHeldOrAddressedIsTheKeptAccountsAndGoesBack() {
        Person former = people.clerk();
        Person kept = people.clerk();
        Person expert = people.active(Profile.EXPERT);
        Person otherExpert = people.active(Profile.EXPERT);
        Designation pending = designated.pending(former, expert, null);
        Designation draft = designated.draft(former, expert, null);
        assertThat(merged.outlook(former.id(), kept.id())).isEqualTo(new Merging.Outlook(1, 0));
        Set<UUID> moved = units.call(() -> merged.merge(former.id(), kept.id(), kept.id()));
        assertThat(moved).containsExactly(pending.id());
        assertThat(designated.now(pending).heldBy(kept.id())).isTrue();
        assertThat(designated.now(pending).author()).as("who sent it stays").isEqualTo(former.id());
        assertThat(designated.now(draft).heldBy(former.id()))
                .as("a draft stays")
                .isTrue();
        Set<UUID> addressed = units.call(() -> merged.merge(expert.id(), otherExpert.id(), kept.id()));
        assertThat(designated.now(pending).addressedTo(otherExpert.id())).isTrue();
        units.run(() -> merged.undo(expert.id(), otherExpert.id(), addressed, kept.id()));
        units.run(() -> merged.undo(former.id(), kept.id(), moved, kept.id()));
        assertThat(designated.now(pending).heldBy(former.id())).isTrue();
        assertThat(designated.now(pending).addressedTo(expert.id())).isTrue();
    }

    @Test
    void whatBothAreInStaysAndIsNamedAsAConflict() {
        Person asClerk = people.clerk();
        Person asExpert = people.active(Profile.EXPERT);
        Designation both = designated.pending(asClerk, asExpert, null);
        assertThat(merged.outlook(asClerk.id(), asExpert.id())).isEqualTo(new Merging.Outlook(0, 1));
        assertThat(units.call(() -> merged.merge(asClerk.id(), asExpert.id(), asExpert.id())))
                .isEmpty();
        assertThat(designated.now(both).heldBy(asClerk.id())).isTrue();
    }

    @Test
    @Tag("R-1")
    void whatMovesIsInTheJournalAndASuccessorKeepsWhatTheyHoldWhenItIsUndone() {
        Person former = people.clerk();
        Person kept = people.clerk();
        Person successor = people.clerk();
        Designation stays = designated.pending(former, people.active(Profile.EXPERT), null);
        Designation handed = designated.pending(former, people.active(Profile.EXPERT), null);
        Set<UUID> moved = units.call(() -> merged.merge(former.id(), kept.id(), kept.id()));
        table.handOn(handed.id(), successor.id());
        units.run(() -> merged.undo(former.id(), kept.id(), moved, kept.id()));
        assertThat(designated.now(stays).heldBy(former.id())).isTrue();
        assertThat(designated.now(handed).heldBy(successor.id())).isTrue();
        assertThat(designated.facts("designation.moved", stays)).hasSize(2);
        assertThat(designated.facts("designation.moved", handed)).hasSize(1);
    }
}
