package fr.pli.app.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.exchange.account.Offices;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.receipt.Letters;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.Posted;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each figure of a day counts, and what it does not. */
@AppTest
@Tag("S-2")
class DayFiguresTest {

    /** A day on which nothing else happens. */
    private static final LocalDate QUIET = LocalDate.of(2032, 6, 9);

    @Autowired
    People people;

    @Autowired
    Offices offices;

    @Autowired
    Letters letters;

    @Autowired
    Cases cases;

    @Autowired
    Posted posted;

    @Autowired
    Journal journal;

    @Autowired
    DayCount count;

    @Autowired
    DailyFigures figures;

    @Autowired
    Statistics statistics;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void aLetterIsOneSendingWhateverItsRecipientsAndADepositIsNoneButIsStored() {
        clock.moveTo(QUIET.atTime(LocalTime.NOON).atZone(Time.PARIS).toInstant());
        Message letter =
                letters.sent(people.partner(), List.of(people.clerk(), people.clerk()), Map.of("a.txt", new byte[700]));
        Cases.Case one = cases.open();
        long deposited = posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "note.pdf")
                .getFirst()
                .length();
        assertThat(count.of(QUIET, Optional.of(10L)))
                .containsEntry(Figure.SENDINGS, 1L)
                .containsEntry(Figure.FILES, 1L)
                .containsEntry(Figure.BYTES, 700L)
                .containsEntry(Figure.STORED, 10L + 700L + deposited);
        long anew = count.of(QUIET, Optional.empty()).get(Figure.STORED);
        UUID file = letter.attachments().getFirst().file();
        jdbc.sql("update file set erased_at = ? where id = ?")
                .params(clock.instant(), file)
                .update();
        assertThat(count.of(QUIET, Optional.of(10L))).containsEntry(Figure.STORED, 10L + deposited);
        assertThat(count.of(QUIET, Optional.empty())).containsEntry(Figure.STORED, anew - 700L);
    }

    @Test
    void whatComesLateIsCountedOnItsDayAllTheSame() {
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), Time.PARIS).minusDays(1);
        jobs.sweep("statistics.days");
        long before = figures.of(yesterday, Figure.MAILS_BOUNCED).orElse(0L);
        clock.moveTo(clock.instant().minus(Duration.ofDays(1)));
        journal.append(Fact.of("mail.bounced"));
        clock.reset();
        jobs.sweep("statistics.days");
        assertThat(figures.of(yesterday, Figure.MAILS_BOUNCED)).contains(before + 1);
    }

    @Test
    void aSpanHasTheSumOfItsDaysAndOfLevelsTheHighest() {
        Person auditor = people.active(Profile.AUDITOR);
        LocalDate first = Period.QUARTER.from(LocalDate.ofInstant(clock.instant(), Time.PARIS));
        figures.put(first, Map.of(Figure.STORED, 500L, Figure.DOWNLOADS, 2L));
        figures.put(first.plusDays(1), Map.of(Figure.STORED, 300L, Figure.DOWNLOADS, 3L));
        Statistics.Span span = statistics.spans(auditor, Period.QUARTER).getFirst();
        assertThat(span.first()).isEqualTo(first);
        assertThat(span.of(Figure.STORED)).isEqualTo(500);
        assertThat(span.of(Figure.DOWNLOADS)).isEqualTo(5);
    }

    @Test
    @Tag("A-13")
    void anOfficeIsNoActiveAccount() {
        long before = statistics.activeAccounts();
        Person clerk = people.clerk();
        Person administrator = people.administrator();
        assertThat(statistics.activeAccounts()).isEqualTo(before + 2);
        offices.create(administrator, "Greffe", UUID.randomUUID() + "@bureau.exemple.fr", clerk.organisation());
        assertThat(statistics.activeAccounts()).isEqualTo(before + 2);
    }
}
