package fr.pli.expertise.folder;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.AccessRule.Visible;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.message.Origin;
import fr.pli.exchange.platform.Units;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.participants.Roster;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.Cases.Case;
import fr.pli.expertise.testing.ExpertiseTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two forms of the rule say the same: about each message and file, and about many places at once. */
@ExpertiseTest
class AccessTest {

    private static final int STEPS = 5;

    @Autowired
    Cases cases;

    @Autowired
    Folders folders;

    @Autowired
    Filings filings;

    @Autowired
    Access access;

    @Autowired
    Messages messages;

    @Autowired
    Documents documents;

    @Autowired
    Grants grants;

    @Autowired
    Proposals proposals;

    @Autowired
    Participants participants;

    @Autowired
    Roster roster;

    @Autowired
    Units units;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    /** Random participants with random roles, deposits, proposals, answers, grants, modes and states. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @Tag("M-4")
    @Tag("E-8")
    void decideAndVisibleAgreeAboutEveryDocumentForEverybody(long seed) {
        var random = new Random(seed);
        Case one = cases.open();
        List<Person> people = people(one, random);
        deposits(one).stream()
                .filter(document -> document.status() == Document.Status.PROPOSED)
                .forEach(document -> answer(one, document, random));
        var said = new HashSet<Boolean>();
        for (int step = 0; step < STEPS; step++) {
            change(one, people, random);
            for (Person person : people) {
                said.addAll(agree(one, person, "seed %s, step %s, %s".formatted(seed, step, person.email())));
            }
        }
        assertThat(said).as("something was allowed and something refused").containsExactlyInAnyOrder(true, false);
    }

    /** About each document, each folder's list and each place to post; what was said. */
    private Set<Boolean> agree(Case one, Person person, String where) {
        List<Folder> all = folders.of(one.id());
        Visible visible = access.visible(person, all.stream().map(Folder::id).toList());
        var listed = new HashSet<UUID>();
        for (Folder folder : all) {
            Optional<Sight> sight = access.sight(person.id(), folder.id());
            sight.filter(Sight::open)
                    .ifPresent(open -> documents.chosen(open, Set.of()).forEach(row -> listed.add(row.id())));
            assertThat(access.mayPost(person, new Origin(Access.KIND, folder.id()))
                            .allowed())
                    .as(where)
                    .isEqualTo(sight.filter(open -> open.ruling().depositable()).isPresent());
        }
        var said = new HashSet<Boolean>();
        for (Document document : all(one)) {
            Message message = messages.find(document.message()).orElseThrow();
            boolean decided = messages.decide(person, message, document.file()).allowed();
            said.add(decided);
            assertThat(visible.holds(document.folder(), document.file()))
                    .as("%s, %s", where, document)
                    .isEqualTo(decided);
            assertThat(listed.contains(document.id()))
                    .as("listed: %s, %s", where, document)
                    .isEqualTo(decided);
        }
        return said;
    }

    private List<Person> people(Case one, Random random) {
        var people = new ArrayList<Person>(List.of(one.expert()));
        for (Role role : Role.values()) {
            if (role != Role.EXPERT && role != Role.EXPERT_FOR_PARTY) {
                people.add(one.with(role));
            }
        }
        Person both = one.magistrat();
        one.add(both, Role.AVOCAT, random.nextBoolean() ? one.claimant() : one.defendant());
        people.add(both);
        people.add(one.lawyer(one.defendant()));
        people.add(one.sapiteur());
        people.add(cases.setup().expert());
        return people;
    }

    /** One document where somebody may deposit: by whoever may, in every folder. */
    private List<Document> deposits(Case one) {
        var made = new ArrayList<Document>();
        List<Person> people = participants.of(one.id()).stream()
                .map(Participant::person)
                .distinct()
                .map(this::person)
                .toList();
        for (Folder folder : folders.of(one.id())) {
            people.stream()
                    .filter(person -> access.sight(person.id(), folder.id())
                            .filter(sight -> sight.ruling().depositable())
                            .isPresent())
                    .limit(2)
                    .forEach(person -> made.addAll(filings.deposited(person, folder.id(), "un.txt")));
        }
        return made;
    }

    private void answer(Case one, Document document, Random random) {
        switch (random.nextInt(3)) {
            case 0 -> proposals.accept(one.expert(), one.id(), document.id());
            case 1 -> proposals.refuse(one.expert(), one.id(), document.id(), "Sans rapport");
            default -> {}
        }
    }

    private void change(Case one, List<Person> people, Random random) {
        state(one, ExpertiseState.OPEN);
        give(one, random);
        participants
                .parties(one.id())
                .forEach(party -> units.run(() ->
                        roster.mode(party, random.nextBoolean(), one.expert().id())));
        if (random.nextInt(4) == 0) {
            one.leaves(people.get(1 + random.nextInt(people.size() - 1)));
        }
        state(one, ExpertiseState.values()[random.nextInt(ExpertiseState.values().length)]);
    }

    /** Grants of documents and folders, and some taken back. */
    private void give(Case one, Random random) {
        for (Document document : all(one)) {
            Folder folder = folders.find(document.folder()).orElseThrow();
            for (Participant candidate : grants.candidates(one.id(), folder)) {
                int chance = random.nextInt(8);
                if (chance == 0 && document.published()) {
                    grants.giveDocument(one.expert(), one.id(), candidate.id(), document.id());
                } else if (chance == 1) {
                    grants.giveFolder(one.expert(), one.id(), candidate.id(), folder.id());
                }
            }
        }
        grants.of(one.expert(), one.id()).stream()
                .filter(grant -> grant.holds() && random.nextInt(3) == 0)
                .forEach(grant -> grants.revoke(one.expert(), one.id(), grant.id()));
    }

    /** Any state, also on ways that an expertise does not go. */
    private void state(Case one, ExpertiseState state) {
        jdbc.sql("update expertise set state = ? where id = ?")
                .params(state.name(), one.id())
                .update();
    }

    private List<Document> all(Case one) {
        return jdbc.sql("select * from document where expertise = ?")
                .param(one.id())
                .query((row, number) -> DocumentRows.document(row))
                .list();
    }

    private Person person(UUID id) {
        return directory.find(id).orElseThrow();
    }
}
