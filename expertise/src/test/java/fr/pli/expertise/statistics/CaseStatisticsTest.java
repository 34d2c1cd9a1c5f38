package fr.pli.expertise.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.SignInRefusal;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.expertise.designation.Designated;
import fr.pli.expertise.folder.Access;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.Grants;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.statistics.CaseFigures.InState;
import fr.pli.expertise.statistics.CaseFigures.Month;
import fr.pli.expertise.statistics.CaseFigures.Phase;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.ExpertiseTest;
import fr.pli.expertise.testing.Posted;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ExpertiseTest
@Tag("S-2")
class CaseStatisticsTest {

    @Autowired
    Cases cases;

    @Autowired
    Posted posted;

    @Autowired
    People people;

    @Autowired
    CaseStatistics statistics;

    @Autowired
    Access access;

    @Autowired
    Grants grants;

    @Autowired
    Participants participants;

    @Autowired
    Designated designated;

    @Autowired
    TestClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void theyAreForExpertsAndCourtStaffOnly() {
        for (Profile profile : Profile.ofPeople()) {
            Person person = people.active(profile);
            if (profile == Profile.EXPERT || profile.justiceStaff()) {
                assertThat(statistics.of(person, 12).months()).hasSize(12);
            } else {
                assertThatThrownBy(() -> statistics.of(person, 12))
                        .isInstanceOfSatisfying(RefusedException.class, no -> assertThat(no.refusal())
                                .isEqualTo(SignInRefusal.FORBIDDEN));
            }
        }
    }

    @Test
    @Tag("M-4")
    void expertisesAreCountedByStateForThoseWhoHaveTheCardAndNobodyElse() {
        Person magistrat = people.active(Profile.MAGISTRAT);
        for (ExpertiseState state : ExpertiseState.values()) {
            cases.in(state).add(magistrat, Role.MAGISTRAT, null);
        }
        Cases.Case left = cases.open();
        left.add(magistrat, Role.MAGISTRAT, null);
        left.leaves(magistrat);
        assertThat(statistics.of(magistrat, 12).states())
                .containsExactly(
                        new InState(ExpertiseState.SETUP, 1),
                        new InState(ExpertiseState.OPEN, 1),
                        new InState(ExpertiseState.PAUSED, 1),
                        new InState(ExpertiseState.CLOSED, 1),
                        new InState(ExpertiseState.REJECTED, 1));
        assertThat(statistics.of(magistrat, 1).months())
                .singleElement()
                .satisfies(month -> assertThat(month.created()).isEqualTo(5))
                .satisfies(month -> assertThat(month.ended()).isEqualTo(2));
        assertThat(statistics.of(people.active(Profile.MAGISTRAT), 12).states())
                .allSatisfy(state -> assertThat(state.expertises()).isZero());
    }

    @Test
    @Tag("M-4")
    void documentsAreCountedAsFarAsTheReaderMaySeeThem() {
        Cases.Case one = cases.open();
        var documents = new ArrayList<Document>();
        for (FolderKind kind : FolderKind.values()) {
            if (kind.group() == FolderKind.Group.EXPERT) {
                documents.addAll(posted.in(one, kind, one.expert(), kind.name() + ".pdf"));
            }
        }
        documents.addAll(posted.in(one, FolderKind.EXPERT_VERS_MAGISTRAT, one.expert(), "au juge.pdf"));
        Person greffier = one.greffier();
        Person magistrat = one.magistrat();
        long all = documents.size();
        for (Person reader : List.of(one.expert(), greffier, magistrat)) {
            var visible = access.visible(
                    reader, documents.stream().map(Document::folder).distinct().toList());
            List<Document> seen = documents.stream()
                    .filter(document -> visible.holds(document.folder(), document.file()))
                    .toList();
            Month month = statistics.of(reader, 12).months().getLast();
            assertThat(month.documents()).isEqualTo(seen.size());
            assertThat(month.bytes())
                    .isEqualTo(seen.stream().mapToLong(Document::length).sum());
            assertThat(month.own()).isEqualTo(reader.equals(one.expert()) ? all : 0);
        }
        assertThat(List.of(greffier, magistrat))
                .as("somebody is not shown everything, so that the cut is seen")
                .anySatisfy(reader -> assertThat(
                                statistics.of(reader, 12).months().getLast().documents())
                        .isLessThan(all));
        one.leaves(magistrat);
        assertThat(statistics.of(magistrat, 12).months())
                .allSatisfy(month -> assertThat(month.documents()).isZero());
    }

    @Test
    void aMonthBeginsAtMidnightInParis() {
        clock.moveTo(Instant.parse("2027-03-31T21:30:00Z"));
        Cases.Case one = cases.open();
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "mars.pdf");
        clock.moveTo(Instant.parse("2027-03-31T22:30:00Z"));
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "avril.pdf", "avril 2.pdf");
        assertThat(statistics.of(one.expert(), 2).months())
                .satisfiesExactly(
                        march -> {
                            assertThat(march.month()).isEqualTo(YearMonth.of(2027, 3));
                            assertThat(march.documents()).isEqualTo(1);
                            assertThat(march.created()).isEqualTo(1);
                        },
                        april -> assertThat(april.documents()).isEqualTo(2));
    }

    @Test
    void durationsAreTheTimeInEachStateTakenTogetherAndFromTheCreationToTheEnd() {
        Cases.Case one = cases.setup();
        clock.advance(Duration.ofDays(3));
        one.waive().become(ExpertiseState.OPEN);
        clock.advance(Duration.ofDays(5));
        one.become(ExpertiseState.PAUSED);
        clock.advance(Duration.ofDays(2));
        one.become(ExpertiseState.OPEN);
        clock.advance(Duration.ofDays(4));
        one.become(ExpertiseState.CLOSED);
        clock.advance(Duration.ofDays(40));
        assertThat(statistics.of(one.expert(), 12).phases())
                .containsExactly(
                        new Phase(Phase.Kind.SETUP, 1, 3, 3),
                        new Phase(Phase.Kind.OPEN, 1, 9, 9),
                        new Phase(Phase.Kind.PAUSED, 1, 2, 2),
                        new Phase(Phase.Kind.WHOLE, 1, 14, 14));
    }

    @Test
    void whatGoesOnCountsUntilNowAndTheMeanIsOverAll() {
        Person magistrat = people.active(Profile.MAGISTRAT);
        Cases.Case first = cases.setup();
        first.add(magistrat, Role.MAGISTRAT, null);
        clock.advance(Duration.ofDays(6));
        Cases.Case second = cases.setup();
        second.add(magistrat, Role.MAGISTRAT, null);
        clock.advance(Duration.ofDays(2));
        assertThat(statistics.of(magistrat, 12).phases())
                .containsExactly(
                        new Phase(Phase.Kind.SETUP, 2, 5, 8),
                        new Phase(Phase.Kind.OPEN, 0, 0, 0),
                        new Phase(Phase.Kind.PAUSED, 0, 0, 0),
                        new Phase(Phase.Kind.WHOLE, 0, 0, 0));
    }

    @Test
    void theMeanIsRoundedToTheNearestDay() {
        Person magistrat = people.active(Profile.MAGISTRAT);
        cases.setup().add(magistrat, Role.MAGISTRAT, null);
        clock.advance(Duration.ofDays(1));
        cases.setup().add(magistrat, Role.MAGISTRAT, null);
        clock.advance(Duration.ofDays(3));
        assertThat(statistics.of(magistrat, 12).phases()).contains(new Phase(Phase.Kind.SETUP, 2, 4, 4));
    }

    @Test
    @Tag("M-4")
    void whatIsOnlyProposedIsNotCountedAndASingleDocumentThatWasGrantedIs() {
        Cases.Case one = cases.open();
        Person lawyer = one.lawyer(one.claimant());
        Person magistrat = one.magistrat();
        posted.in(one, FolderKind.PARTIE_CONFIDENTIEL_ACCEPTE, lawyer, "proposé.pdf");
        assertThat(documents(one.expert())).isZero();
        Document dire = posted.in(one, FolderKind.PARTIE_DIRES_ET_ANNEXES, lawyer, "dire.pdf", "annexe.pdf")
                .getFirst();
        assertThat(documents(one.expert())).isEqualTo(2);
        assertThat(documents(magistrat)).isZero();
        grants.giveDocument(one.expert(), one.id(), participant(one, magistrat), dire.id());
        assertThat(documents(magistrat)).isOne();
    }

    @Test
    @Tag("D-9")
    void designationsAreCountedFromTheFirstMonthThatIsShown() {
        Person clerk = people.clerk();
        clock.moveTo(Instant.parse("2027-02-20T10:00:00Z"));
        designated.pending(clerk, people.active(Profile.EXPERT), null);
        clock.moveTo(Instant.parse("2027-03-20T10:00:00Z"));
        designated.pending(clerk, people.active(Profile.EXPERT), null);
        designated.pending(clerk, people.active(Profile.EXPERT), null);
        assertThat(statistics.of(clerk, 1).answers()).containsExactly(new CaseFigures.Answer("PENDING", 2));
        assertThat(statistics.of(clerk, 2).answers()).containsExactly(new CaseFigures.Answer("PENDING", 3));
        clock.moveTo(Instant.parse("2027-05-01T10:00:00Z"));
        assertThat(statistics.of(clerk, 1).answers()).isEmpty();
    }

    @Test
    void whoIsSuspendedHasNoneAnyMore() {
        Person expert = people.active(Profile.EXPERT);
        people.suspend(expert);
        assertThatThrownBy(() -> statistics.of(people.now(expert), 12))
                .extracting("refusal")
                .isEqualTo(SignInRefusal.FORBIDDEN);
    }

    private long documents(Person reader) {
        return statistics.of(people.now(reader), 1).months().getLast().documents();
    }

    private UUID participant(Cases.Case one, Person person) {
        return participants.of(one.id()).stream()
                .filter(each -> each.person().equals(person.id()))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
