package fr.pli.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.upload.Uploads;
import fr.pli.expertise.dossier.Expertise;
import fr.pli.expertise.dossier.ExpertiseCreation;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.dossier.Lifecycle;
import fr.pli.expertise.dossier.Provisions;
import fr.pli.expertise.folder.Deposits;
import fr.pli.expertise.folder.Folder;
import fr.pli.expertise.folder.Folders;
import fr.pli.expertise.invitation.InvitationDesk;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.rights.Role;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class DemoExpertisesTest {

    @Autowired
    People people;

    @Autowired
    ExpertiseCreation creation;

    @Autowired
    Expertises expertises;

    @Autowired
    Provisions provisions;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    InvitationDesk invitations;

    @Autowired
    Participants participants;

    @Autowired
    Folders folders;

    @Autowired
    Deposits deposits;

    @Autowired
    Uploads uploads;

    @Autowired
    Jobs jobs;

    @Autowired
    Clock clock;

    @Test
    @Tag("Q-1")
    @Tag("D-10")
    void theDemonstrationHasThreeExpertisesInDifferentStatesOneOfThemWithEveryRole() throws Exception {
        Map<Part, Person> cast = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            var particulars = part.particulars();
            String address = part.email().replace("@", "+expertises@");
            cast.put(
                    part,
                    people.who(Profile.valueOf(particulars.profile()))
                            .named(particulars.firstName(), particulars.lastName())
                            .at(address)
                            .of(particulars.organisation() + " (expertises)")
                            .active());
        }
        new DemoExpertises(
                        creation,
                        provisions,
                        lifecycle,
                        invitations,
                        participants,
                        folders,
                        deposits,
                        new DemoFiles(uploads),
                        clock)
                .fill(cast);
        jobs.run();

        Person expert = people.now(cast.get(Part.EXPERT));
        List<Expertise> made = expertises.page(expert, null, null, 10);
        assertThat(made)
                .extracting(Expertise::state)
                .containsExactlyInAnyOrder(ExpertiseState.SETUP, ExpertiseState.OPEN, ExpertiseState.PAUSED);
        UUID open = made.stream()
                .filter(one -> one.state() == ExpertiseState.OPEN)
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(participants.of(open).stream().map(Participant::role))
                .contains(
                        Role.EXPERT,
                        Role.CO_EXPERT,
                        Role.SAPITEUR,
                        Role.MAGISTRAT,
                        Role.GREFFIER,
                        Role.AVOCAT,
                        Role.PARTY_PUBLISHER,
                        Role.PARTY_READER);
        assertThat(folders.of(open).stream()
                        .filter(folder -> folder.kind() == FolderKind.EXPERT_NOTES_AUX_PARTIES)
                        .mapToInt(Folder::documents)
                        .sum())
                .isEqualTo(2);
    }
}
