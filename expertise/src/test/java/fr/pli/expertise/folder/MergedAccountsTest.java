package fr.pli.expertise.folder;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.MergedEntries;
import fr.pli.exchange.account.Merging;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.Cases.Case;
import fr.pli.expertise.testing.ExpertiseTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Expertises of somebody who had two accounts (C-6): the role moves as it is, facts stay and nothing is new twice. */
@ExpertiseTest
@Tag("C-6")
class MergedAccountsTest {

    @Autowired
    List<Merging> features;

    @Autowired
    MergedEntries entries;

    @Autowired
    Cases cases;

    @Autowired
    Folders folders;

    @Autowired
    Filings filings;

    @Autowired
    Unread unread;

    @Autowired
    Participants participants;

    @Autowired
    Expertises expertises;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    private Case one;
    private UUID notes;
    private UUID dires;
    private Map<String, Set<UUID>> moved = Map.of();

    @BeforeEach
    void anOpenExpertise() {
        one = cases.open();
        notes = folders.at(one.id(), FolderKind.EXPERT_NOTES_AUX_PARTIES, null);
        dires = folders.at(
                one.id(), FolderKind.PARTIE_DIRES_ET_ANNEXES, one.claimant().id());
    }

    @Test
    @Tag("E-6")
    void theRoleMovesWithWhatWasReadAndBackAgain() {
        Person former = one.lawyer(one.claimant());
        Person kept = people.active(Profile.LAWYER);
        Document had = filings.one(one.expert(), notes, "note-1.txt");
        filings.one(one.expert(), notes, "note-2.txt");
        Document own = filings.one(former, dires, "dire.txt");
        filings.download(former, had);
        Participant role = role(former);
        List<Map<String, Object>> facts = facts(former);
        merge(former, kept);
        assertThat(role(kept).id()).as("the same role, not another one").isEqualTo(role.id());
        assertThat(participants.standings(former.id(), one.id())).isEmpty();
        assertThat(unread.of(people.now(kept), List.of(one.id())).get(one.id()))
                .as("only what neither had")
                .isEqualTo(Map.of(notes, 1));
        assertThat(facts(former)).as("facts stay").isEqualTo(facts);
        assertThat(filings.now(own).depositor())
                .as("a deposit stays its depositor's")
                .isEqualTo(former.id());
        compared();
        filings.download(people.now(kept), had);
        undo(former, kept);
        assertThat(role(former).id()).isEqualTo(role.id());
        assertThat(participants.standings(kept.id(), one.id())).isEmpty();
        assertThat(unread.of(people.now(former), List.of(one.id())).get(one.id()))
                .isEqualTo(Map.of(notes, 1));
        assertThat(facts(former)).isEqualTo(facts);
        compared();
    }

    @Test
    void aRoleThatBothHaveStaysAndAPastOneIsAPastAct() {
        Person former = one.lawyer(one.claimant());
        Person kept = one.lawyer(one.claimant());
        Person gone = one.lawyer(one.defendant());
        jdbc.sql("update participant set left_at = joined_at, left_by = person, open = null where person = ?")
                .param(gone.id())
                .update();
        Merging roles = feature("roles");
        assertThat(roles.outlook(former.id(), kept.id())).isEqualTo(new Merging.Outlook(0, 1));
        assertThat(roles.outlook(gone.id(), kept.id())).isEqualTo(new Merging.Outlook(0, 0));
        merge(former, kept);
        assertThat(jdbc.sql("select count(*) from participant where person = ?")
                        .param(former.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anExpertLeadsUnderTheAccountThatIsKept() {
        Person kept = people.active(Profile.EXPERT);
        merge(one.expert(), kept);
        assertThat(one.now().expert()).isEqualTo(kept.id());
        assertThat(expertises.listed(people.now(kept))).contains(one.id());
        assertThat(filings.one(people.now(kept), notes, "suite.txt")).isNotNull();
        undo(one.expert(), kept);
        assertThat(one.now().expert()).isEqualTo(one.expert().id());
        assertThat(expertises.listed(people.now(kept))).doesNotContain(one.id());
    }

    private Merging feature(String subject) {
        return features.stream()
                .filter(one -> one.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private void merge(Person absorbed, Person kept) {
        units.run(() -> {
            moved = features.stream()
                    .collect(Collectors.toMap(
                            Merging::subject, feature -> feature.merge(absorbed.id(), kept.id(), kept.id())));
            entries.point(absorbed.id(), kept.id());
        });
    }

    private void undo(Person absorbed, Person kept) {
        units.run(() -> {
            features.reversed()
                    .forEach(feature -> feature.undo(
                            absorbed.id(), kept.id(), moved.getOrDefault(feature.subject(), Set.of()), kept.id()));
            entries.separate(absorbed.id());
        });
    }

    private Participant role(Person person) {
        return participants.of(one.id()).stream()
                .filter(participant -> participant.person().equals(person.id()) && participant.present())
                .findFirst()
                .orElseThrow();
    }

    private List<Map<String, Object>> facts(Person person) {
        return jdbc.sql("select document, seen_at, downloaded_at from reading where person = ? order by document")
                .param(person.id())
                .query()
                .listOfRows();
    }

    /** The nightly comparison finds nothing. */
    private void compared() {
        long before = found();
        jobs.sweep("reading-comparison");
        assertThat(found()).as("counts and facts agree").isEqualTo(before);
    }

    private long found() {
        return jdbc.sql("select count(*) from event where kind = 'reading.compared'")
                .query(Long.class)
                .single();
    }
}
