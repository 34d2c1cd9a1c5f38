package fr.pli.expertise.designation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.certificate.Specialties;
import fr.pli.exchange.message.MessageRefusal;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.expertise.dossier.DossierRefusal;
import fr.pli.expertise.experts.OwnEntries;
import fr.pli.expertise.experts.OwnEntry;
import fr.pli.expertise.testing.ExpertiseTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A package before it leaves, and once more when nothing came of it. */
@ExpertiseTest
class OfferedAgainTest {

    @Autowired
    People people;

    @Autowired
    Designated designated;

    @Autowired
    Preparation preparation;

    @Autowired
    Pursuit pursuit;

    @Autowired
    Answers answers;

    @Autowired
    Specialties specialties;

    @Autowired
    OwnEntries entries;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    private Person clerk;
    private Person expert;
    private Person next;

    @BeforeEach
    void somebodyDesignates() {
        clerk = people.clerk();
        expert = people.active(Profile.EXPERT);
        next = people.active(Profile.EXPERT);
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    @Tag("D-8")
    void whatExpiredIsOfferedToAnotherWithoutItsPastLastDay() {
        Designation one = designated.pending(clerk, expert, today().plusDays(2));
        clock.advance(Duration.ofDays(4));
        jobs.sweep(OverdueDesignations.NAME);
        Designation other = preparation.offer(clerk, one.id(), next.id(), null, null);
        assertThat(other.matter().answerBy()).isNull();
        assertThat(other.matter().rg()).isEqualTo(one.matter().rg());
        preparation.send(clerk, other.id());
        assertThat(designated.now(other).state()).isEqualTo(DesignationState.PENDING);
    }

    @Test
    @Tag("D-8")
    void whatWasWithdrawnIsOfferedToAnotherWithTheLastDayThatIsToCome() {
        Designation one = designated.pending(clerk, expert, today().plusDays(20));
        pursuit.remind(clerk, one.id());
        pursuit.withdraw(clerk, one.id());
        Designation other = preparation.offer(clerk, one.id(), next.id(), null, null);
        assertThat(other.matter().answerBy()).isEqualTo(today().plusDays(20));
    }

    @Test
    @Tag("D-8")
    void whatWasAcceptedIsNobodyElses() {
        Designation one = designated.pending(clerk, expert, null);
        answers.accept(expert, one.id(), Designated.acceptance());
        refuses(() -> preparation.offer(clerk, one.id(), next.id(), null, null), DesignationRefusal.STILL_OPEN);
    }

    @Test
    @Tag("D-3")
    void whatHasLeftIsNeitherDescribedNorThrownAway() {
        Designation one = designated.pending(clerk, expert, null);
        refuses(() -> preparation.describe(clerk, one.id(), Matter.NOTHING), DesignationRefusal.SENT);
        refuses(() -> preparation.choose(clerk, one.id(), next.id(), null, null), DesignationRefusal.SENT);
        refuses(() -> preparation.discard(clerk, one.id()), MessageRefusal.PERMANENT);
        assertThat(designated.now(one).matter()).isEqualTo(one.matter());
    }

    @Test
    @Tag("D-3")
    void theCourtOfWhoDesignatesIsFilledInAndADecisionIsNotOfTomorrow() {
        Person staff = people.who(Profile.GREFFIER)
                .of("Tribunal judiciaire de Bordeaux")
                .active();
        Designation draft = preparation.begin(staff, expert.id(), null, null);
        assertThat(draft.matter().court()).isEqualTo("TJ33063");
        refuses(
                () -> preparation.describe(staff, draft.id(), decided(today().plusDays(1))),
                DossierRefusal.DECISION_LATER);
        preparation.describe(staff, draft.id(), decided(today()));
        assertThat(designated.now(draft).matter().decidedOn()).isEqualTo(today());
    }

    @Test
    @Tag("D-2")
    void theSpecialtyUnderWhichTheExpertWasChosenIsKeptAndOneOfSomebodyElseIsNone() {
        String own = specialties.headings().getFirst().specialties().getFirst().code();
        String other = specialties.headings().getLast().specialties().getFirst().code();
        entries.write(expert, new OwnEntry("", List.of(own), "", ""));
        Designation listed = preparation.begin(clerk, expert.id(), specialties.current(), own);
        assertThat(listed.specialty()).isEqualTo(own);
        assertThat(listed.nomenclature()).isEqualTo(specialties.current());
        Designation foreign = preparation.begin(clerk, expert.id(), specialties.current(), other);
        assertThat(foreign.specialty()).isNull();
        assertThat(foreign.nomenclature()).isNull();
    }

    private static Matter decided(LocalDate day) {
        return new Matter(null, null, null, null, day, null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Time.PARIS);
    }

    private static void refuses(Runnable act, Object why) {
        assertThatThrownBy(act::run).extracting("refusal").isEqualTo(why);
    }
}
