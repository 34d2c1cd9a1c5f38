package fr.pli.expertise.designation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Entries;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import fr.pli.expertise.departure.Departure;
import fr.pli.expertise.departure.DepartureDesk;
import fr.pli.expertise.departure.StaffReplaced;
import fr.pli.expertise.departure.Unattended;
import fr.pli.expertise.dossier.Expertise;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.ExpertiseTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Designations that are answered while nobody of the court reads the answer (T-3, T-4). */
@ExpertiseTest
@Tag("T-3")
class AnsweredAloneTest {

    @Autowired
    Designated designated;

    @Autowired
    Designations designations;

    @Autowired
    Answers answers;

    @Autowired
    DepartureDesk desk;

    @Autowired
    Participants participants;

    @Autowired
    Entries entries;

    @Autowired
    People people;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Units units;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    private Person clerk;
    private Person expert;
    private Person next;
    private Person support;

    @BeforeEach
    void somebodyDesignates() {
        clerk = people.clerk();
        expert = people.active(Profile.EXPERT);
        next = people.clerk();
        support = people.active(Profile.SUPPORT);
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void whatWasAnsweredAfterTheDepartureIsListedAndWhatWasReadBeforeIsNot() {
        Designation before = designated.pending(clerk, expert, null);
        Designation accepted = designated.pending(clerk, expert, null);
        Designation refused = designated.pending(clerk, expert, null);
        Designation pending = designated.pending(clerk, expert, null);
        answers.accept(expert, before.id(), Designated.acceptance());
        leave();
        answers.accept(expert, accepted.id(), Designated.acceptance());
        answers.refuse(expert, refused.id(), RefusalReason.UNAVAILABLE, "");
        assertThat(waiting())
                .extracting(Unattended.Item::id, Unattended.Item::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(accepted.id(), "designation.state.ACCEPTED"),
                        org.assertj.core.groups.Tuple.tuple(refused.id(), "designation.state.REFUSED"),
                        org.assertj.core.groups.Tuple.tuple(pending.id(), "designation.state.PENDING"));
    }

    @Test
    @Tag("T-4")
    void theReplacementGetsTheAnswerAndAPlaceInTheExpertise() {
        Designation accepted = designated.pending(clerk, expert, null);
        Designation refused = designated.pending(clerk, expert, null);
        leave();
        Expertise made = answers.accept(expert, accepted.id(), Designated.acceptance());
        answers.refuse(expert, refused.id(), RefusalReason.UNAVAILABLE, "");
        assertThat(roles(made, clerk)).isEmpty();
        Departure departure = departure();
        for (int twice = 0; twice < 2; twice++) {
            units.run(
                    () -> events.publishEvent(new StaffReplaced(departure.id(), clerk.id(), next.id(), support.id())));
        }
        assertThat(designations.known(next, accepted.id()).heldBy(next.id())).isTrue();
        assertThat(designations.known(next, refused.id()).state()).isEqualTo(DesignationState.REFUSED);
        assertThatThrownBy(() -> designations.known(clerk, accepted.id()))
                .extracting("refusal")
                .isEqualTo(DesignationRefusal.UNKNOWN);
        assertThat(roles(made, next)).containsExactly(Role.GREFFIER);
        assertThat(waiting()).isEmpty();
        jobs.runTasks();
        assertThat(TestMail.to(next.email()).stream().map(TestMail::subject))
                .anyMatch(subject -> subject.contains("acceptée"))
                .anyMatch(subject -> subject.contains("refusée"));
    }

    /** Comes back, and works: what they send then is not what they had left behind. */
    @Test
    void whoIsReactivatedReadsTheirNewAnswersThemselves() {
        leave();
        people.reactivate(clerk);
        clock.advance(Duration.ofMinutes(5));
        Designation later = designated.pending(people.now(clerk), expert, null);
        answers.refuse(expert, later.id(), RefusalReason.UNAVAILABLE, "");
        assertThat(waiting()).isEmpty();
    }

    private void leave() {
        clock.advance(Duration.ofMinutes(1));
        entries.depart(people.administrator(), clerk.id());
        clock.advance(Duration.ofMinutes(1));
    }

    private Departure departure() {
        return one().departure();
    }

    private List<Unattended.Item> waiting() {
        return one().designations();
    }

    private DepartureDesk.Case one() {
        return desk.list(support, true).stream()
                .filter(each -> each.departure().person().equals(clerk.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<Role> roles(Expertise made, Person person) {
        return participants.of(made.id()).stream()
                .filter(each -> each.person().equals(person.id()) && each.present())
                .map(Participant::role)
                .toList();
    }
}
