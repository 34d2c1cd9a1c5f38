package fr.pli.expertise.designation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.message.MessageOpened;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.receipt.FileSeen;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestMail;
import fr.pli.expertise.testing.ExpertiseTest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a designation leaves behind: its history, its facts, notices and mails. */
@ExpertiseTest
class DesignationTracesTest {

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
    Openings openings;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Units units;

    @Autowired
    Jobs jobs;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private Person clerk;
    private Person expert;

    @BeforeEach
    void somebodyDesignates() {
        clerk = people.clerk();
        expert = people.active(Profile.EXPERT);
    }

    @Test
    @Tag("D-5")
    @Tag("D-6")
    void theHistoryHasEachStepWithWhoseActItWas() {
        Designation one = designated.pending(clerk, expert, null);
        openings.page(expert.id(), one);
        pursuit.remind(clerk, one.id());
        pursuit.remind(clerk, one.id());
        answers.refuse(expert, one.id(), RefusalReason.UNAVAILABLE, "");
        assertThat(designations.history(designated.now(one)))
                .extracting(Step::kind)
                .containsExactly(
                        Step.Kind.SENT, Step.Kind.OPENED, Step.Kind.REMINDED, Step.Kind.REMINDED, Step.Kind.REFUSED);
        assertThat(designations.history(designated.now(one)))
                .extracting(Step::person)
                .containsExactly(clerk.id(), expert.id(), clerk.id(), clerk.id(), expert.id());
    }

    @Test
    @Tag("D-6")
    @Tag("R-1")
    void remindersAreNumberedInTheJournal() {
        Designation one = designated.pending(clerk, expert, null);
        pursuit.remind(clerk, one.id());
        pursuit.remind(clerk, one.id());
        assertThat(designated.facts("designation.reminded", one))
                .satisfiesExactly(first -> assertThat(first).contains("\"number\":\"1\""), second -> assertThat(second)
                        .contains("\"number\":\"2\""));
    }

    @Test
    @Tag("D-5")
    void openedIsAlsoWhoLookedAtAFileOrOpenedTheMessage() {
        Designation seen = designated.pending(clerk, expert, null);
        units.run(() ->
                events.publishEvent(new FileSeen(seen.message(), UUID.randomUUID(), expert.id(), clock.instant())));
        assertThat(designated.now(seen).openedAt()).isNotNull();
        Designation opened = designated.pending(clerk, expert, null);
        units.run(() -> events.publishEvent(new MessageOpened(opened.message(), expert.id())));
        assertThat(designated.now(opened).openedAt()).isNotNull();
    }

    @Test
    @Tag("N-6")
    void whatItsPageShowsIsNoNewsAnyMore() {
        Designation one = designated.pending(clerk, expert, null);
        Designation other = designated.pending(clerk, expert, null);
        assertThat(unread()).contains(one.id(), other.id());
        openings.page(expert.id(), one);
        assertThat(unread()).doesNotContain(one.id()).contains(other.id());
    }

    @Test
    @Tag("D-4")
    @Tag("D-6")
    void whatWasAnsweredMeanwhileIsNotAskedForByMailAnyMore() {
        Designation one = designated.pending(clerk, expert, null);
        pursuit.remind(clerk, one.id());
        answers.refuse(expert, one.id(), RefusalReason.UNAVAILABLE, "");
        jobs.runTasks();
        assertThat(TestMail.to(expert.email())).isEmpty();
        assertThat(TestMail.subject(TestMail.newest(clerk.email()))).contains("refus");
    }

    private List<UUID> unread() {
        return jdbc.sql("select about from notice where person = ? and read_at is null")
                .param(expert.id())
                .query(UUID.class)
                .list();
    }
}
