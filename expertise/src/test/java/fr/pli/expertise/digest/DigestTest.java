package fr.pli.expertise.digest;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.notification.Bell;
import fr.pli.exchange.notification.NoticeRow;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import fr.pli.expertise.folder.Grants;
import fr.pli.expertise.folder.Proposals;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.ExpertiseTest;
import fr.pli.expertise.testing.Posted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every test has a week of its own: a night begins once. */
@ExpertiseTest
@Tag("N-4")
class DigestTest {

    private static final String SUBJECT = "publié";

    @Autowired
    Cases cases;

    @Autowired
    Posted posted;

    @Autowired
    People people;

    @Autowired
    Digests digests;

    @Autowired
    NightlyDigests nightly;

    @Autowired
    Proposals proposals;

    @Autowired
    Grants grants;

    @Autowired
    Participants participants;

    @Autowired
    Bell bell;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    private static final AtomicInteger WEEK = new AtomicInteger();

    private Cases.Case one;
    private Person lawyer;

    @BeforeEach
    void anExpertise() {
        clock.advance(Duration.ofDays(7L * WEEK.incrementAndGet()));
        one = cases.open();
        lawyer = one.lawyer(one.claimant());
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void whatWasPublishedOnTheDayIsToldInOneMailTheNextNightByExpertiseAndFolder() throws Exception {
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "note 1.pdf", "note 2.pdf");
        posted.in(one, FolderKind.EXPERT_CORRESPONDANCE, one.expert(), "lettre.pdf");
        night();
        night();

        var mails = mails(lawyer);
        assertThat(mails).hasSize(1);
        assertThat(TestMail.text(mails.getFirst()))
                .contains(
                        "note 1.pdf",
                        "note 2.pdf",
                        "lettre.pdf",
                        "Notes aux parties",
                        one.now().title());
        assertThat(TestMail.text(mails.getFirst()))
                .as("a folder that is the expertise's has no owner")
                .doesNotContain("Notes aux parties —");
        assertThat(mails(one.expert())).as("one's own deposits are no news").isEmpty();
    }

    @Test
    void aDayWithoutDepositsMakesNoMailAndWhatWasToldIsNotToldAgain() throws Exception {
        night();
        assertThat(mails(lawyer)).isEmpty();
        assertThat(digests.list(lawyer, 10)).isEmpty();
        clock.advance(Duration.ofHours(12));
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "note.pdf");
        night();
        clock.advance(Duration.ofDays(1));
        night();
        assertThat(mails(lawyer)).hasSize(1);
    }

    @Test
    void whatSomebodyHasDownloadedOrMayNotSeeIsNotInTheirs() throws Exception {
        Person magistrat = one.magistrat();
        var read = posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "lue.pdf");
        posted.in(one, FolderKind.EXPERT_VERS_MAGISTRAT, one.expert(), "au juge.pdf");
        posted.downloaded(lawyer, read.getFirst());
        night();
        assertThat(mails(lawyer)).isEmpty();
        assertThat(TestMail.text(mails(magistrat).getFirst()))
                .contains("au juge.pdf")
                .doesNotContain("lue.pdf");
    }

    @Test
    @Tag("M-4")
    void rightsLostBetweenDepositAndDigestLeakNothing() throws Exception {
        Person other = one.lawyer(one.defendant());
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "secret.pdf");
        one.leaves(other);
        night();
        assertThat(mails(other)).isEmpty();
        assertThat(mails(lawyer)).hasSize(1);
    }

    @Test
    @Tag("M-4")
    void rightsLostBetweenDigestAndMailLeakNothingEither() throws Exception {
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "secret.pdf");
        clock.moveTo(Posted.nextMidnight(clock.instant()).plus(Duration.ofMinutes(5)));
        jobs.sweep(NightlyDigests.NAME);
        one.leaves(lawyer);
        jobs.runTasks();
        assertThat(mails(lawyer)).isEmpty();
        NoticeRow notice = bell.list(lawyer, Bell.Scope.ALL, null, 5).rows().stream()
                .filter(row -> row.kind().equals(Digests.KIND))
                .findFirst()
                .orElseThrow();
        assertThat(digests.find(lawyer, notice.about()).orElseThrow().documents())
                .isZero();
    }

    @Test
    void whatWasDownloadedBetweenDigestAndMailIsNoNews() throws Exception {
        Person other = one.lawyer(one.defendant());
        var notes = posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "lue.pdf", "reste.pdf");
        clock.moveTo(Posted.nextMidnight(clock.instant()).plus(Duration.ofMinutes(5)));
        jobs.sweep(NightlyDigests.NAME);
        notes.forEach(note -> posted.downloaded(lawyer, note));
        posted.downloaded(other, notes.getFirst());
        jobs.runTasks();
        assertThat(mails(lawyer)).isEmpty();
        assertThat(TestMail.text(mails(other).getFirst())).contains("reste.pdf").doesNotContain("lue.pdf");
    }

    @Test
    @Tag("E-8")
    void aGrantTakenBackBetweenDepositAndDigestLeaksNothing() throws Exception {
        Person kept = one.lawyer(one.defendant());
        Person lost = one.lawyer(one.defendant());
        var secret = posted.in(one, FolderKind.PARTIE_CONFIDENTIEL_ACCEPTE, lawyer, "secret.pdf")
                .getFirst();
        proposals.accept(one.expert(), one.id(), secret.id());
        grants.giveDocument(one.expert(), one.id(), participant(kept), secret.id());
        var grant = grants.giveDocument(one.expert(), one.id(), participant(lost), secret.id());
        grants.revoke(one.expert(), one.id(), grant);
        night();
        assertThat(TestMail.text(mails(kept).getFirst())).contains("secret.pdf");
        assertThat(mails(lost)).isEmpty();
        assertThat(digests.list(lost, 10)).isEmpty();
    }

    @Test
    void aPersonWithTwoRolesGetsOneMail() throws Exception {
        one.add(lawyer, Role.AVOCAT, one.defendant());
        one.add(lawyer, Role.MAGISTRAT, null);
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "note.pdf");
        posted.in(one, FolderKind.EXPERT_VERS_MAGISTRAT, one.expert(), "au juge.pdf");
        night();
        assertThat(mails(lawyer)).hasSize(1);
        assertThat(TestMail.text(mails(lawyer).getFirst()).split("note\\.pdf", -1))
                .as("once, and what either role may see")
                .hasSize(2);
        assertThat(TestMail.text(mails(lawyer).getFirst())).contains("au juge.pdf");
    }

    @Test
    void aRunThatIsLateByDaysSendsOneMailForAllThatWasMissed() throws Exception {
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "lundi.pdf");
        clock.advance(Duration.ofDays(1));
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "mardi.pdf");
        clock.advance(Duration.ofDays(2));
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "aujourdhui.pdf");
        jobs.sweep(NightlyDigests.NAME);
        jobs.runTasks();
        assertThat(mails(lawyer)).hasSize(1);
        assertThat(TestMail.text(mails(lawyer).getFirst()))
                .contains("lundi.pdf", "mardi.pdf")
                .doesNotContain("aujourdhui.pdf");
    }

    @Test
    void twoNodesAtOnceMakeOneDigest() throws Exception {
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "note.pdf");
        clock.moveTo(Posted.nextMidnight(clock.instant()).plus(Duration.ofMinutes(5)));
        var nodes = List.of(CompletableFuture.runAsync(nightly::run), CompletableFuture.runAsync(nightly::run));
        nodes.forEach(CompletableFuture::join);
        jobs.runTasks();
        assertThat(mails(lawyer)).hasSize(1);
        assertThat(digests.list(lawyer, 10)).hasSize(1);
    }

    @Test
    void aNightWithAnHourLessOrMoreStillTellsTheDayThatEnded() throws Exception {
        for (String night : List.of("2027-03-28", "2027-10-31")) {
            clock.moveTo(Instant.parse(night + "T10:00:00Z").minus(Duration.ofDays(1)));
            jobs.sweep(NightlyDigests.NAME);
            int before = mails(lawyer).size();
            posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "veille " + night + ".pdf");
            Instant midnight = Posted.nextMidnight(clock.instant());
            clock.moveTo(midnight.minus(Duration.ofMinutes(1)));
            jobs.sweep(NightlyDigests.NAME);
            assertThat(mails(lawyer)).as(night + " before midnight in Paris").hasSize(before);
            clock.moveTo(midnight.plus(Duration.ofMinutes(1)));
            jobs.sweep(NightlyDigests.NAME);
            jobs.runTasks();
            assertThat(mails(lawyer)).as(night + " after midnight in Paris").hasSize(before + 1);
        }
    }

    @Test
    @Tag("N-6")
    void theDigestIsReadAgainBehindTheBellByItsReaderOnly() throws Exception {
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "note.pdf");
        night();
        DigestRow row = digests.list(lawyer, 10).getFirst();
        assertThat(digests.find(lawyer, row.id()).orElseThrow().documents()).isEqualTo(1);
        assertThat(digests.find(one.expert(), row.id())).isEmpty();
        assertThat(bell.list(lawyer, Bell.Scope.ALL, null, 10).rows())
                .anySatisfy(notice -> assertThat(notice.page()).isEqualTo("/digests/" + row.id()));
    }

    @Test
    void somebodySuspendedIsNotToldAndNobodyOfAClosedFolderEither() throws Exception {
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "note.pdf");
        Person reader = one.reader(one.defendant());
        people.suspend(lawyer);
        one.become(ExpertiseState.REJECTED);
        night();
        assertThat(mails(lawyer)).isEmpty();
        assertThat(mails(reader)).isEmpty();
    }

    private UUID participant(Person person) {
        return participants.of(one.id()).stream()
                .filter(each -> each.person().equals(person.id()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void night() {
        clock.moveTo(Posted.nextMidnight(clock.instant()).plus(Duration.ofMinutes(5)));
        jobs.sweep(NightlyDigests.NAME);
        jobs.runTasks();
    }

    private static List<jakarta.mail.internet.MimeMessage> mails(Person person) throws Exception {
        return TestMail.to(person.email()).stream()
                .filter(mail -> subject(mail).contains(SUBJECT))
                .toList();
    }

    private static String subject(jakarta.mail.internet.MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
