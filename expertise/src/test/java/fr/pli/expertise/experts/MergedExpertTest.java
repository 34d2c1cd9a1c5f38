package fr.pli.expertise.experts;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.MergedEntries;
import fr.pli.exchange.account.Merging;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.certificate.Specialties;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.People;
import fr.pli.expertise.testing.ExpertiseTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An expert who had two accounts, in the directory of experts. */
@ExpertiseTest
@Tag("C-6")
@Tag("S-3")
class MergedExpertTest {

    @Autowired
    MergedExpert merging;

    @Autowired
    MergedEntries entries;

    @Autowired
    Experts experts;

    @Autowired
    OwnEntries own;

    @Autowired
    Specialties specialties;

    @Autowired
    People people;

    @Autowired
    Units units;

    private final String name = "Jumeau" + UUID.randomUUID().toString().substring(0, 8);

    private Person kept;
    private Person absorbed;
    private String code;

    @BeforeEach
    void anExpertWithTwoAccounts() {
        kept = people.who(Profile.EXPERT).named("Paul", name).active();
        absorbed = people.who(Profile.EXPERT).named("Paul", name).active();
        code = specialties.headings().getFirst().specialties().getFirst().code();
        own.write(absorbed, new OwnEntry("CA-AGEN", List.of(code), "05 53 00 00 00", "06 00 00 00 00"));
    }

    @Test
    void whatTheOtherEntrySaidIsTheKeptAccountsWhichSaidNothingAndGoesBack() {
        assertThat(merging.outlook(absorbed.id(), kept.id())).isEqualTo(new Merging.Outlook(1, 0));
        Set<UUID> moved = merge();
        assertThat(listed()).extracting(Expert::id).as("listed once").containsExactly(kept.id());
        assertThat(listed().getFirst()).satisfies(expert -> {
            assertThat(expert.court()).isEqualTo("Cour d'appel d'Agen");
            assertThat(expert.listedUnder(code)).isTrue();
            assertThat(expert.landline()).isEqualTo("05 53 00 00 00");
        });
        undo(moved);
        assertThat(listed()).hasSize(2);
        assertThat(experts.find(absorbed.id()).orElseThrow().listedUnder(code)).isTrue();
        assertThat(experts.find(kept.id()).orElseThrow()).satisfies(expert -> {
            assertThat(expert.specialties()).isEmpty();
            assertThat(expert.landline()).isEmpty();
            assertThat(expert.court()).isEmpty();
        });
    }

    @Test
    void whatTheKeptAccountSaysCountsAndTheOtherEntryIsNotSeen() {
        String other = specialties.headings().getLast().specialties().getFirst().code();
        own.write(kept, new OwnEntry("", List.of(other), "", ""));
        assertThat(merging.outlook(absorbed.id(), kept.id())).isEqualTo(new Merging.Outlook(0, 1));
        Set<UUID> moved = merge();
        assertThat(moved).isEmpty();
        assertThat(listed()).singleElement().satisfies(expert -> {
            assertThat(expert.id()).isEqualTo(kept.id());
            assertThat(expert.listedUnder(other)).isTrue();
            assertThat(expert.listedUnder(code)).isFalse();
        });
        assertThat(experts.find(absorbed.id())).isEmpty();
        assertThat(experts.selectable(people.now(absorbed)))
                .as("nobody is designated at an entry that nobody enters by")
                .isFalse();
        undo(moved);
        assertThat(experts.find(absorbed.id()).orElseThrow().listedUnder(code)).isTrue();
    }

    @Test
    void anAccountThatIsNoExpertsTakesNothingOver() {
        Person partner = people.partner();
        assertThat(merging.outlook(absorbed.id(), partner.id())).isEqualTo(new Merging.Outlook(0, 1));
        assertThat(merging.outlook(partner.id(), absorbed.id())).isEqualTo(new Merging.Outlook(0, 0));
        assertThat(units.call(() -> merging.merge(absorbed.id(), partner.id(), partner.id())))
                .isEmpty();
    }

    private List<Expert> listed() {
        return experts.find(new ExpertQuery(name, "", "", "", false, null, ExpertQuery.PAGE));
    }

    private Set<UUID> merge() {
        return units.call(() -> {
            Set<UUID> moved = merging.merge(absorbed.id(), kept.id(), kept.id());
            entries.point(absorbed.id(), kept.id());
            return moved;
        });
    }

    private void undo(Set<UUID> moved) {
        units.run(() -> {
            merging.undo(absorbed.id(), kept.id(), moved, kept.id());
            entries.separate(absorbed.id());
        });
    }
}
