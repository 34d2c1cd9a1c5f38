package fr.pli.expertise.designation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.message.MessageState;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.message.Messaging;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestMail;
import fr.pli.expertise.testing.ExpertiseTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files that an expert joins to an answer. */
@ExpertiseTest
@Tag("D-7")
class JoinedFilesTest {

    @Autowired
    People people;

    @Autowired
    Designated designated;

    @Autowired
    Pursuit pursuit;

    @Autowired
    Answers answers;

    @Autowired
    JoinedFiles joined;

    @Autowired
    PackageRule rule;

    @Autowired
    Messaging messaging;

    @Autowired
    Messages messages;

    @Autowired
    Jobs jobs;

    private Person clerk;
    private Person expert;
    private Designation one;

    @BeforeEach
    void somebodyIsDesignated() {
        clerk = people.clerk();
        expert = people.active(Profile.EXPERT);
        one = designated.pending(clerk, expert, null);
    }

    @Test
    void theyLeaveWithAnAcceptanceToo() {
        UUID draft = joined.begin(expert, one.id()).id();
        UUID file = designated.attach(expert, draft, "devis.pdf", true);
        answers.accept(expert, one.id(), Designated.acceptance());
        assertThat(state(draft)).isEqualTo(MessageState.SENT);
        assertThat(messages.decide(clerk, messages.find(draft).orElseThrow(), file)
                        .allowed())
                .isTrue();
    }

    @Test
    void whatLeavesWithTheAnswerIsToldWithIt() {
        designated.attach(expert, joined.begin(expert, one.id()).id(), "certificat.pdf", true);
        answers.refuse(expert, one.id(), RefusalReason.CONFLICT, "");
        jobs.runTasks();
        List<String> subjects =
                TestMail.to(clerk.email()).stream().map(TestMail::subject).toList();
        assertThat(subjects).filteredOn(subject -> subject.contains("refus")).hasSize(1);
        assertThat(subjects).noneMatch(subject -> subject.contains("Fichiers joints"));
    }

    @Test
    void withoutAnyTheirDraftIsThrownAwayWithTheAnswer() {
        UUID draft = joined.begin(expert, one.id()).id();
        answers.refuse(expert, one.id(), RefusalReason.CONFLICT, "");
        assertThat(designated.now(one).joined()).isNull();
        assertThat(messages.find(draft)).isEmpty();
    }

    @Test
    void onlyTheExpertJoinsThemAndOnlyUntilTheAnswer() {
        refuses(() -> joined.begin(clerk, one.id()), DesignationRefusal.EXPERT_ONLY);
        answers.refuse(expert, one.id(), RefusalReason.CONFLICT, "");
        refuses(() -> joined.begin(expert, one.id()), DesignationRefusal.REFUSED);
    }

    @Test
    @Tag("D-6")
    void afterAWithdrawalNothingIsPostedAnyMoreByWhicheverWay() {
        UUID draft = joined.begin(expert, one.id()).id();
        designated.attach(expert, draft, "trop tard.pdf", true);
        pursuit.remind(clerk, one.id());
        pursuit.withdraw(clerk, one.id());
        assertThatThrownBy(() -> messaging.send(expert, draft)).isInstanceOf(RefusedException.class);
        assertThat(state(draft)).isEqualTo(MessageState.DRAFT);
    }

    @Test
    @Tag("D-3")
    @Tag("M-4")
    void onlyItsAuthorPostsToADraftAndOnlyTheExpertToWhatWaits() {
        Designation draft = designated.draft(clerk, expert, null);
        assertThat(mayPost(clerk, draft)).isTrue();
        assertThat(mayPost(expert, one)).isTrue();
        for (Person other : List.of(people.clerk(), people.active(Profile.EXPERT), people.partner())) {
            assertThat(mayPost(other, draft)).isFalse();
            assertThat(mayPost(other, one)).isFalse();
        }
        assertThat(mayPost(expert, draft)).isFalse();
        assertThat(mayPost(clerk, one)).isFalse();
    }

    private boolean mayPost(Person person, Designation designation) {
        return rule.mayPost(person, PackageRule.origin(designation.id())).allowed();
    }

    private MessageState state(UUID message) {
        return messages.find(message).orElseThrow().state();
    }

    private static void refuses(Runnable act, DesignationRefusal why) {
        assertThatThrownBy(act::run).extracting("refusal").isEqualTo(why);
    }
}
