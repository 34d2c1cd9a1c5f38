package fr.pli.expertise.designation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.expertise.dossier.Expertise;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.ExpertiseTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an answer keeps and makes. */
@ExpertiseTest
class AnswersTest {

    @Autowired
    People people;

    @Autowired
    Designated designated;

    @Autowired
    Answers answers;

    @Autowired
    Participants participants;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Person expert;

    @BeforeEach
    void somebodyIsDesignated() {
        expert = people.active(Profile.EXPERT);
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    @Tag("D-7")
    void theWordsOfAnAnswerAreKeptUpToTwoThousandCharacters() {
        Designation accepted = designated.pending(people.clerk(), expert, null);
        answers.accept(expert, accepted.id(), Designated.acceptance());
        assertThat(designated.now(accepted).comment())
                .isEqualTo(Designated.acceptance().message());
        Designation refused = designated.pending(people.clerk(), expert, null);
        String longest = "é".repeat(Answers.LONGEST_COMMENT);
        assertThatThrownBy(() -> answers.refuse(expert, refused.id(), RefusalReason.OTHER, longest + "."))
                .extracting("refusal")
                .isEqualTo(DesignationRefusal.COMMENT_TOO_LONG);
        answers.refuse(expert, refused.id(), RefusalReason.OTHER, longest);
        assertThat(designated.now(refused).comment()).isEqualTo(longest);
    }

    @Test
    @Tag("D-8")
    @Tag("E-1")
    void theNameBearsTheDayOfTheDesignationInParisWheneverItIsAnswered() {
        clock.moveTo(Instant.parse("2027-01-14T23:30:00Z"));
        Designation one = designated.pending(people.clerk(), expert, null);
        clock.advance(Duration.ofDays(3));
        Expertise made = answers.accept(expert, one.id(), Designated.acceptance());
        assertThat(made.designatedOn()).isEqualTo(LocalDate.of(2027, 1, 15));
        assertThat(made.name()).endsWith("_15-01-2027");
    }

    @Test
    @Tag("D-7")
    void aMagistratWhoDesignatesIsMagistratOfTheExpertise() {
        Person magistrat = people.active(Profile.MAGISTRAT);
        Designation one = designated.pending(magistrat, expert, null);
        Expertise made = answers.accept(expert, one.id(), Designated.acceptance());
        assertThat(participants.of(made.id()))
                .filteredOn(each -> each.person().equals(magistrat.id()))
                .singleElement()
                .satisfies(each -> assertThat(each.role()).isEqualTo(Role.MAGISTRAT));
    }

    @Test
    @Tag("D-8")
    @Tag("R-1")
    void theDepositOfThePackageIsInTheJournalInTheNameOfWhoDesignated() {
        Person clerk = people.clerk();
        Designation one = designated.pending(clerk, expert, null);
        Expertise made = answers.accept(expert, one.id(), Designated.acceptance());
        assertThat(jdbc.sql("select details from event where kind = 'deposit.confirmed' and subject = ? and actor = ?")
                        .params(made.id(), clerk.id())
                        .query(String.class)
                        .list())
                .singleElement()
                .satisfies(details ->
                        assertThat(details).contains("GREFFIER", one.id().toString()));
    }
}
