package fr.pli.expertise.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Units;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.participants.Roster;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.rights.FolderKind.Group;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.ExpertiseTest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The tree of folders, and what of it exists for whom. */
@ExpertiseTest
class FoldersTest {

    @Autowired
    Cases cases;

    @Autowired
    Folders folders;

    @Autowired
    Subfolders subfolders;

    @Autowired
    Access access;

    @Autowired
    Filings filings;

    @Autowired
    Roster roster;

    @Autowired
    Participants participants;

    @Autowired
    Units units;

    @Test
    @Tag("E-3")
    void everyExpertiseHasTheSameTreeWithOneSetForEachPartyAndSapiteur() {
        var one = cases.setup();
        assertThat(kinds(one.id(), null))
                .containsExactlyInAnyOrderElementsOf(in(Group.EXPERT, Group.MAGISTRAT, Group.GREFFE));
        assertThat(kinds(one.id(), one.claimant().id())).containsExactlyInAnyOrderElementsOf(in(Group.PARTIES));
        assertThat(kinds(one.id(), one.defendant().id())).containsExactlyInAnyOrderElementsOf(in(Group.PARTIES));
        Party third = units.call(() ->
                roster.addParty(one.id(), Party.Side.OTHER, "AXA", one.expert().id()));
        assertThat(kinds(one.id(), third.id())).containsExactlyInAnyOrderElementsOf(in(Group.PARTIES));
        one.sapiteur();
        one.sapiteur();
        List<UUID> sets = participants.of(one.id()).stream()
                .filter(each -> each.role() == Role.SAPITEUR)
                .map(each -> each.id())
                .toList();
        assertThat(sets).hasSize(2).allSatisfy(set -> assertThat(kinds(one.id(), set))
                .containsExactlyInAnyOrderElementsOf(in(Group.SAPITEUR)));
        assertThat(folders.of(one.id())).hasSize(12 + 3 * 4 + 2 * 3);
    }

    @Test
    @Tag("E-3")
    @Tag("M-1")
    void aSubfolderInheritsTheRightsOfItsParent() {
        var one = cases.open();
        Person lawyer = one.lawyer(one.claimant());
        Person other = one.lawyer(one.defendant());
        UUID parent = folders.at(
                one.id(), FolderKind.PARTIE_DIRES_ET_ANNEXES, one.claimant().id());
        UUID child = subfolders.make(lawyer, folder(parent), "Annexes au dire n° 1");
        UUID grandchild = subfolders.make(lawyer, folder(child), "Photos");
        for (Person person : List.of(lawyer, other, one.expert(), one.magistrat())) {
            for (UUID below : List.of(child, grandchild)) {
                assertThat(access.sight(person.id(), below).map(Sight::ruling))
                        .isEqualTo(access.sight(person.id(), parent).map(Sight::ruling));
            }
        }
        assertThat(folder(grandchild).way()).containsExactly(parent, child, grandchild);
        assertThat(filings.one(lawyer, grandchild, "photo.txt").number()).isOne();
    }

    @Test
    @Tag("E-3")
    void onlyWhoMayDepositMakesSubfoldersAndNoneInConfidential() {
        var one = cases.open();
        Person lawyer = one.lawyer(one.claimant());
        Folder dires = folder(folders.at(
                one.id(), FolderKind.PARTIE_DIRES_ET_ANNEXES, one.claimant().id()));
        Folder confidential = folder(folders.at(
                one.id(), FolderKind.PARTIE_CONFIDENTIEL_ACCEPTE, one.claimant().id()));
        refused(FolderRefusal.NO_SUBFOLDER, () -> subfolders.make(one.lawyer(one.defendant()), dires, "Photos"));
        refused(FolderRefusal.NO_SUBFOLDER, () -> subfolders.make(lawyer, confidential, "Photos"));
        refused(FolderRefusal.NAME_REQUIRED, () -> subfolders.make(lawyer, dires, " — "));
        refused(FolderRefusal.NAME_TOO_LONG, () -> subfolders.make(lawyer, dires, "a".repeat(121)));
        subfolders.make(lawyer, dires, "Été 2025");
        refused(FolderRefusal.NAME_TAKEN, () -> subfolders.make(lawyer, dires, "ete 2025"));
        UUID deep = dires.id();
        for (int i = 1; i <= 4; i++) {
            deep = subfolders.make(lawyer, folder(deep), "Niveau " + i);
        }
        UUID deepest = deep;
        refused(FolderRefusal.TOO_DEEP, () -> subfolders.make(lawyer, folder(deepest), "Niveau 5"));
        refused(FolderRefusal.UNKNOWN, () -> subfolders.make(cases.open().expert(), dires, "Photos"));
    }

    @Test
    @Tag("M-4")
    void aFolderWithoutAnyRightDoesNotExistAndOneThatIsClosedNowIsListed() {
        var one = cases.in(ExpertiseState.PAUSED);
        Person lawyer = one.lawyer(one.claimant());
        UUID toMagistrat = folders.at(one.id(), FolderKind.EXPERT_VERS_MAGISTRAT, null);
        assertThat(access.sight(lawyer.id(), toMagistrat)).hasValueSatisfying(sight -> {
            assertThat(sight.listed()).isFalse();
            assertThat(sight.open()).isFalse();
        });
        UUID confidential = folders.at(
                one.id(),
                FolderKind.PARTIE_CONFIDENTIEL_ACCEPTE,
                one.defendant().id());
        assertThat(access.sight(lawyer.id(), confidential))
                .hasValueSatisfying(sight -> assertThat(sight.listed()).isFalse());
        var early = cases.setup();
        UUID dires = folders.at(
                early.id(), FolderKind.PARTIE_DIRES_ET_ANNEXES, early.claimant().id());
        assertThat(access.sight(early.expert().id(), dires)).hasValueSatisfying(sight -> {
            assertThat(sight.listed()).isTrue();
            assertThat(sight.open()).isFalse();
        });
        assertThat(access.sights(early.lawyer(early.claimant()).id(), early.id()))
                .as("before it was opened there is nothing for a party")
                .isEmpty();
        assertThat(access.sight(people().id(), dires)).isEmpty();
    }

    @Test
    @Tag("E-7")
    void whoHasLeftOrIsSuspendedHasNothing() {
        var one = cases.open();
        Person lawyer = one.lawyer(one.claimant());
        UUID dires = folders.at(
                one.id(), FolderKind.PARTIE_DIRES_ET_ANNEXES, one.claimant().id());
        assertThat(access.sight(lawyer.id(), dires)).isPresent();
        one.leaves(lawyer);
        assertThat(access.sight(lawyer.id(), dires)).isEmpty();
        assertThat(access.sights(lawyer.id(), one.id())).isEmpty();
    }

    private Person people() {
        return cases.setup().expert();
    }

    private Folder folder(UUID id) {
        return folders.find(id).orElseThrow();
    }

    private List<FolderKind> kinds(UUID expertise, UUID owner) {
        return folders.of(expertise).stream()
                .filter(folder -> owner == null ? folder.owner() == null : owner.equals(folder.owner()))
                .map(Folder::kind)
                .toList();
    }

    private static List<FolderKind> in(Group... groups) {
        return Arrays.stream(FolderKind.values())
                .filter(kind -> List.of(groups).contains(kind.group()))
                .toList();
    }

    static void refused(FolderRefusal refusal, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(refusal));
    }
}
