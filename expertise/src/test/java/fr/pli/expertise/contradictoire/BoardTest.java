package fr.pli.expertise.contradictoire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.receipt.FileSeen;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import fr.pli.expertise.contradictoire.Board.Reach;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.Proposals;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.ExpertiseTest;
import fr.pli.expertise.testing.Posted;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExpertiseTest
@Tag("E-9")
class BoardTest {

    @Autowired
    Cases cases;

    @Autowired
    Posted posted;

    @Autowired
    Boards boards;

    @Autowired
    BoardReminders reminders;

    @Autowired
    BoardExport export;

    @Autowired
    Jobs jobs;

    @Autowired
    Proposals proposals;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Cases.Case one;
    private Person lawyer;
    private Person magistrat;

    @BeforeEach
    void anExpertise() {
        one = cases.open();
        lawyer = one.lawyer(one.claimant());
        magistrat = one.magistrat();
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    @Tag("N-4")
    void aCellSaysTheFurthestThatWasSeenOfAPersonAndADocument() {
        var note = posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "note.pdf")
                .getFirst();
        assertThat(reach(note, lawyer)).isEqualTo(Reach.NOT_NOTIFIED);
        assertThat(reach(note, magistrat)).isEqualTo(Reach.NO_RIGHT);
        assertThat(reach(note, one.expert())).isEqualTo(Reach.DEPOSITED);

        clock.moveTo(Posted.nextMidnight(clock.instant()).plus(Duration.ofMinutes(5)));
        jobs.sweep("digest.night");
        assertThat(reach(note, lawyer)).isEqualTo(Reach.NOTIFIED);

        posted.downloaded(lawyer, note);
        assertThat(reach(note, lawyer)).isEqualTo(Reach.DOWNLOADED);
        one.leaves(lawyer);
        assertThat(board(one.expert()).columns())
                .extracting(Board.Column::person)
                .doesNotContain(lawyer.id());
    }

    @Test
    void magistratSapiteurAndConfidentialFoldersAreNotPartOfIt() {
        posted.in(one, FolderKind.EXPERT_VERS_MAGISTRAT, one.expert(), "au juge.pdf");
        posted.in(one, FolderKind.PARTIE_CONFIDENTIEL_ACCEPTE, lawyer, "proposée.pdf");
        posted.in(one, FolderKind.PARTIE_DIRES_ET_ANNEXES, lawyer, "dire.pdf");
        assertThat(board(one.expert()).rows()).extracting(Board.Row::name).containsExactly("dire.pdf");
        assertThat(board(one.expert()).documents()).isEqualTo(1);
    }

    @Test
    @Tag("E-8")
    void whatBecameConfidentialByTheExpertsDecisionIsNoPartOfItEither() {
        Document secret = posted.in(one, FolderKind.PARTIE_CONFIDENTIEL_ACCEPTE, lawyer, "secret.pdf")
                .getFirst();
        proposals.accept(one.expert(), one.id(), secret.id());
        one.sapiteur();
        assertThat(board(one.expert()).rows()).isEmpty();
        assertThat(board(one.expert()).documents()).isZero();
        assertThat(column(one.expert()).waiting()).isZero();
    }

    @Test
    @Tag("R-1")
    void lookedAtIsSeenAndNotDownloadedAndAReminderIsInTheJournal() {
        Document note = posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "note.pdf")
                .getFirst();
        units.run(() -> events.publishEvent(new FileSeen(note.message(), note.file(), lawyer.id(), clock.instant())));
        assertThat(reach(note, lawyer)).isEqualTo(Reach.SEEN);
        assertThat(column(lawyer).waiting()).isEqualTo(1);
        reminders.remind(one.expert(), one.id(), lawyer.id());
        assertThat(jdbc.sql("select details from event where kind = ? and subject = ?")
                        .params(BoardReminders.KIND, one.id())
                        .query(String.class)
                        .single())
                .contains(lawyer.id().toString())
                .doesNotContain(lawyer.lastName());
    }

    @Test
    @Tag("M-5")
    void itIsForExpertAndCoExpertsAndOthersAreToldSo() {
        assertThat(board(one.coExpert()).columns()).isNotEmpty();
        assertThatThrownBy(() -> board(lawyer))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(BoardRefusal.EXPERTS_ONLY));
        Person stranger = cases.open().expert();
        assertThatThrownBy(() -> board(stranger)).isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(
                        refused.refusal().status())
                .isEqualTo(404));
    }

    @Test
    void oneClickRemindsAPersonOfAllTheyHaveNotDownloadedAndOnlyOnceADay() throws Exception {
        var read = posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "lue.pdf")
                .getFirst();
        var waiting = posted.in(one, FolderKind.EXPERT_CORRESPONDANCE, one.expert(), "en attente.pdf")
                .getFirst();
        posted.downloaded(lawyer, read);
        assertThat(column(lawyer).waiting()).isEqualTo(1);

        assertThat(reminders.remind(one.expert(), one.id(), lawyer.id())).isEqualTo(1);
        jobs.runTasks();
        var mails = TestMail.to(lawyer.email()).stream().map(TestMail::text).toList();
        assertThat(mails)
                .anySatisfy(text -> assertThat(text).contains("en attente.pdf").doesNotContain("lue.pdf"));
        assertThat(reach(waiting, lawyer)).isEqualTo(Reach.NOTIFIED);
        assertThat(column(lawyer).remindable()).isFalse();
        refused(BoardRefusal.REMINDED_ALREADY, () -> reminders.remind(one.expert(), one.id(), lawyer.id()));

        posted.downloaded(lawyer, waiting);
        clock.advance(Duration.ofHours(25));
        refused(BoardRefusal.NOBODY_WAITS, () -> reminders.remind(one.expert(), one.id(), lawyer.id()));
    }

    @Test
    void theWholeBoardIsExportedHoweverManyPagesAndNoCellRunsAsAFormula() {
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "=cmd.pdf", "b.pdf", "c.pdf");
        String csv = new String(export.csv(one.expert(), one.id(), Locale.FRENCH), StandardCharsets.UTF_8);
        List<String> lines = csv.lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst()).contains(lawyer.name(), "Avocat");
        assertThat(csv).contains("'=cmd.pdf", "non notifié", "sans objet");
    }

    private Board board(Person person) {
        return boards.board(person, one.id(), null, 50);
    }

    private Board.Column column(Person person) {
        return board(one.expert()).columns().stream()
                .filter(column -> column.person().equals(person.id()))
                .findFirst()
                .orElseThrow();
    }

    private Reach reach(Document document, Person person) {
        Board board = board(one.expert());
        int at = board.columns().stream().map(Board.Column::person).toList().indexOf(person.id());
        return board.rows().stream()
                .filter(row -> row.document().equals(document.id()))
                .findFirst()
                .orElseThrow()
                .cells()
                .get(at)
                .reach();
    }

    private static void refused(BoardRefusal refusal, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                .isEqualTo(refusal));
    }
}
