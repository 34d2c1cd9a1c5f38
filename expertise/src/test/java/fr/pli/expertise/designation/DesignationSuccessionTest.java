package fr.pli.expertise.designation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestMail;
import fr.pli.expertise.departure.StaffDeparted;
import fr.pli.expertise.departure.StaffReplaced;
import fr.pli.expertise.testing.ExpertiseTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Pending designations of somebody who leaves. */
@ExpertiseTest
class DesignationSuccessionTest {

    @Autowired
    People people;

    @Autowired
    Designated designated;

    @Autowired
    Designations designations;

    @Autowired
    Pursuit pursuit;

    @Autowired
    Answers answers;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Units units;

    @Autowired
    Jobs jobs;

    private Person clerk;
    private Person expert;
    private Person next;
    private Designation one;

    @BeforeEach
    void somebodyDesignates() {
        clerk = people.clerk();
        expert = people.active(Profile.EXPERT);
        next = people.clerk();
        one = designated.pending(clerk, expert, null);
    }

    @Test
    @Tag("T-2")
    void theExpertIsToldWhomToAnswerAndTheHistorySaysSo() {
        jobs.runTasks();
        units.run(() -> events.publishEvent(new StaffDeparted(UUID.randomUUID(), clerk.id(), next.id())));
        jobs.runTasks();
        assertThat(TestMail.subject(TestMail.newest(expert.email()))).contains("reprise");
        assertThat(TestMail.text(TestMail.newest(expert.email()))).contains(next.name());
        assertThat(designations.history(designated.now(one)).getLast())
                .satisfies(step -> assertThat(step.kind()).isEqualTo(Step.Kind.HANDED_ON))
                .satisfies(step -> assertThat(step.person()).isEqualTo(next.id()));
    }

    @Test
    @Tag("T-2")
    @Tag("N-1")
    void aMailThatHasNotLeftYetDoesNotGoToWhoHoldsItNoMore() {
        answers.refuse(expert, one.id(), RefusalReason.UNAVAILABLE, "");
        Designation other = designated.pending(clerk, expert, null);
        units.run(() -> events.publishEvent(new StaffDeparted(UUID.randomUUID(), clerk.id(), next.id())));
        jobs.runTasks();
        assertThat(designated.now(other).holder()).isEqualTo(next.id());
        assertThat(TestMail.to(clerk.email()).stream().map(TestMail::subject))
                .as("of the one that was answered, not of the one that was handed on")
                .satisfiesOnlyOnce(subject -> assertThat(subject).contains("Accusé d'envoi"))
                .satisfiesOnlyOnce(subject -> assertThat(subject).contains("refusée"));
    }

    @Test
    @Tag("T-4")
    void theyFollowAReplacementWhoWasAttachedLater() {
        Person support = people.active(Profile.SUPPORT);
        Designation done = designated.pending(clerk, expert, null);
        answers.refuse(expert, done.id(), RefusalReason.UNAVAILABLE, "");
        units.run(() -> events.publishEvent(new StaffDeparted(UUID.randomUUID(), clerk.id(), null)));
        units.run(() -> events.publishEvent(new StaffReplaced(UUID.randomUUID(), clerk.id(), next.id(), support.id())));
        assertThat(designated.now(one).holder()).isEqualTo(next.id());
        assertThat(designated.now(done).holder()).as("what was answered stays").isEqualTo(clerk.id());
        pursuit.remind(next, one.id());
        pursuit.withdraw(next, one.id());
        assertThat(designated.now(one).state()).isEqualTo(DesignationState.WITHDRAWN);
        assertThat(designated.facts("designation.handed-on", one))
                .singleElement()
                .satisfies(details -> assertThat(details).contains(next.id().toString()));
    }
}
