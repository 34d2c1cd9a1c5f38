package fr.pli.exchange.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.journal.Entry;
import fr.pli.exchange.journal.JournalPages;
import fr.pli.exchange.journal.JournalQuery;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.SmtpFaults.Fault;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExchangeTest
@Tag("N-1")
class OutboxTest {

    @Autowired
    Outbox outbox;

    @Autowired
    MailHealth health;

    @Autowired
    Jobs jobs;

    @Autowired
    Units units;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JournalPages journal;

    final UUID subject = UUID.randomUUID();
    final UUID reader = UUID.randomUUID();
    final String address = "p." + subject + "@exemple.fr";

    @AfterEach
    void afterwards() {
        clock.reset();
        TestMail.faults().up();
        jobs.sweep("mail.relay");
    }

    @Test
    void aStagedMailIsHandedToTheRelayAndItsFateIsKept() throws Exception {
        UUID id = stage(Map.of());
        assertThat(fate().state()).isEqualTo(MailFate.State.QUEUED);
        jobs.runTasks();

        assertThat(fate().state()).isEqualTo(MailFate.State.ACCEPTED);
        assertThat(fate().reply()).startsWith("250");
        assertThat(TestMail.to(address)).hasSize(1);
        assertThat(TestMail.newest(address).getMessageID()).startsWith("<" + id + "@");
        assertThat(facts()).containsExactly("mail.accepted");
    }

    @Test
    void aFactThatIsRolledBackMailsNothing() {
        assertThatThrownBy(() -> units.run(() -> {
                    stage(Map.of());
                    throw new IllegalArgumentException("it did not happen");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        jobs.runTasks();
        assertThat(TestMail.to(address)).isEmpty();
        assertThat(outbox.about(subject)).isEmpty();
    }

    @Test
    void whileTheRelayIsAwayMailsWaitAndAreSentOnceWhenItIsBack() {
        TestMail.faults().down();
        stage(Map.of());
        jobs.runTasks();
        assertThat(fate().state()).isEqualTo(MailFate.State.DEFERRED);
        assertThat(fate().nextAttempt()).isAfter(clock.instant());
        assertThat(health.downSince()).isPresent();
        jobs.sweep("mail.relay");
        assertThat(health.downSince()).isPresent();

        TestMail.faults().up();
        jobs.sweep("mail.relay");
        jobs.runTasks();
        assertThat(health.downSince()).isEmpty();
        assertThat(fate().state()).isEqualTo(MailFate.State.ACCEPTED);
        clock.advance(Duration.ofDays(1));
        jobs.runTasks();
        assertThat(TestMail.to(address)).hasSize(1);
    }

    @Test
    void mailsThatFollowEachOtherShareAConnectionAndOneThatBrokeIsReplaced() {
        stage(Map.of());
        jobs.runTasks();
        int before = TestMail.faults().connections();
        stage(Map.of());
        stage(Map.of());
        jobs.runTasks();
        assertThat(TestMail.faults().connections()).isEqualTo(before);
        assertThat(TestMail.to(address)).hasSize(3);

        TestMail.faults().hangUp();
        stage(Map.of());
        jobs.runTasks();
        assertThat(fate().state()).isEqualTo(MailFate.State.ACCEPTED);
        assertThat(TestMail.faults().connections()).isEqualTo(before + 1);
        assertThat(TestMail.to(address)).hasSize(4);
        assertThat(health.downSince()).isEmpty();
    }

    @Test
    void aConnectionThatRefusedAMailIsNotUsedForTheNextOne() {
        stage(Map.of());
        jobs.runTasks();
        int before = TestMail.faults().connections();
        TestMail.faults().script(address, Fault.LATER);
        stage(Map.of());
        stage(Map.of());
        jobs.runTasks();
        assertThat(TestMail.faults().connections()).isEqualTo(before + 1);
        assertThat(TestMail.to(address)).hasSize(2);
    }

    @Test
    void aRefusalForNowIsTriedAgainWithBackOff() {
        TestMail.faults().script(address, Fault.LATER, Fault.LATER);
        stage(Map.of());
        jobs.runTasks();
        assertThat(fate().state()).isEqualTo(MailFate.State.DEFERRED);
        assertThat(fate().reply()).contains("451 4.7.1 greylisted");
        assertThat(health.downSince()).isEmpty();

        clock.advance(Duration.ofSeconds(61));
        jobs.runTasks();
        assertThat(fate().state()).isEqualTo(MailFate.State.DEFERRED);
        clock.advance(Duration.ofSeconds(61));
        jobs.runTasks();
        assertThat(fate().state()).isEqualTo(MailFate.State.DEFERRED);
        clock.advance(Duration.ofSeconds(61));
        jobs.runTasks();
        assertThat(fate().state()).isEqualTo(MailFate.State.ACCEPTED);
        assertThat(TestMail.to(address)).hasSize(1);
        assertThat(facts()).containsExactly("mail.accepted", "mail.deferred");
    }

    @Test
    @Tag("Q-11")
    void whatBecameOfAMailIsForgottenAfterItsTimeTheFactIsNot() {
        stage(Map.of());
        jobs.runTasks();
        clock.advance(Duration.ofDays(360));
        jobs.sweep("mail.upkeep");
        assertThat(outbox.about(subject)).hasSize(1);
        clock.advance(Duration.ofDays(10));
        jobs.sweep("mail.upkeep");
        assertThat(outbox.about(subject)).isEmpty();
        assertThat(facts()).containsExactly("mail.accepted");
    }

    @Test
    void aMailIsGivenUpAfterFourDays() {
        TestMail.faults().script(address, Fault.LATER, Fault.LATER);
        stage(Map.of("token", "secret"));
        jobs.runTasks();
        clock.advance(Duration.ofDays(4).plusMinutes(1));
        jobs.runTasks();
        assertThat(fate().state()).isEqualTo(MailFate.State.REFUSED);
        assertThat(fate().reply()).contains("451");
        assertThat(refs()).isEqualTo("{}");
        assertThat(TestMail.to(address)).isEmpty();
    }

    @Test
    void aClearRefusalEndsItAndBlocksNobodyElse() {
        String other = "q." + subject + "@exemple.fr";
        TestMail.faults().script(address, Fault.REFUSED);
        stage(Map.of("token", "secret"));
        outbox.stage(new Letter(other, null, Locale.FRENCH, TestViews.TEMPLATE, UUID.randomUUID(), Map.of()));
        jobs.runTasks();
        assertThat(fate().state()).isEqualTo(MailFate.State.REFUSED);
        assertThat(fate().reply()).contains("550 5.1.1 no such user");
        assertThat(refs()).isEqualTo("{}");
        assertThat(facts()).containsExactly("mail.refused");
        assertThat(TestMail.to(other)).hasSize(1);
    }

    @Test
    void aRefusalOfTheContentIsFinalToo() {
        TestMail.faults().script(address, Fault.REFUSED_AFTER_DATA);
        stage(Map.of());
        jobs.runTasks();
        assertThat(fate().state()).isEqualTo(MailFate.State.REFUSED);
        assertThat(fate().reply()).contains("554");
    }

    @Test
    void whatBreaksWithinTheDataWasNotTakenAndCountsAsNoUnknownOutcome() {
        TestMail.faults()
                .script(
                        address,
                        Fault.CUT_WITHIN_DATA,
                        Fault.CUT_WITHIN_DATA,
                        Fault.CUT_WITHIN_DATA,
                        Fault.CUT_WITHIN_DATA,
                        Fault.CUT_WITHIN_DATA);
        stage(Map.of("said", "x".repeat(5_000_000)));
        for (int attempt = 0; attempt < 6; attempt++) {
            jobs.runTasks();
            clock.advance(Duration.ofMinutes(61));
        }
        assertThat(fate().state()).isEqualTo(MailFate.State.ACCEPTED);
        assertThat(TestMail.to(address)).hasSize(1);
    }

    @Test
    void anUnknownOutcomeIsRepeatedThreeTimesAtMostWithTheSameMessageId() throws Exception {
        TestMail.faults()
                .script(
                        address,
                        Fault.CUT_AFTER_DATA,
                        Fault.CUT_AFTER_DATA,
                        Fault.CUT_AFTER_DATA,
                        Fault.CUT_AFTER_DATA);
        stage(Map.of("token", "secret"));
        for (int attempt = 0; attempt < 8; attempt++) {
            jobs.runTasks();
            clock.advance(Duration.ofMinutes(61));
        }
        assertThat(fate().state()).isEqualTo(MailFate.State.REFUSED);
        assertThat(refs()).isEqualTo("{}");
        List<MimeMessage> delivered = TestMail.to(address);
        assertThat(delivered).hasSize(4);
        var ids = new ArrayList<String>();
        for (MimeMessage mail : delivered) {
            ids.add(mail.getMessageID());
        }
        assertThat(ids).containsOnly(ids.getFirst());
    }

    @Test
    void aNodeThatDiedWhileSendingLeavesAnUnknownOutcomeNotASilentLoss() {
        UUID id = stage(Map.of());
        jdbc.sql("update mail set state = 'SENDING', attempts = 1 where id = ?")
                .param(id)
                .update();
        jobs.runTasks();
        assertThat(fate().state()).isEqualTo(MailFate.State.DEFERRED);
        clock.advance(Duration.ofMinutes(61));
        jobs.runTasks();
        assertThat(fate().state()).isEqualTo(MailFate.State.ACCEPTED);
        assertThat(TestMail.to(address)).hasSize(1);
    }

    @Test
    void whenThereIsNothingLeftToSayTheMailIsCancelledAndJournaled() {
        stage(Map.of("gone", "1"));
        jobs.runTasks();
        assertThat(fate().state()).isEqualTo(MailFate.State.CANCELLED);
        assertThat(TestMail.to(address)).isEmpty();
        assertThat(facts()).containsExactly("mail.cancelled");
    }

    @Test
    @Tag("A-3")
    void theTokenOfALinkIsWipedOnceTheMailWasTaken() {
        stage(Map.of("token", "secret"));
        assertThat(refs()).contains("secret");
        jobs.runTasks();
        assertThat(TestMail.links(TestMail.newest(address))).contains("https://localhost:8443/messages/1?token=secret");
        assertThat(refs()).isEqualTo("{}");
    }

    @Test
    void twoSchedulersDoNotSendTwice() throws Exception {
        int mails = 30;
        for (int i = 0; i < mails; i++) {
            stage(Map.of("title", "n° " + i));
        }
        Callable<Boolean> node = () -> {
            jobs.runTasks();
            return true;
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var done : threads.invokeAll(List.of(node, node))) {
                done.get();
            }
        }
        jobs.runTasks();
        assertThat(TestMail.to(address)).hasSize(mails);
        assertThat(TestMail.to(address).stream().map(TestMail::subject).distinct())
                .hasSize(mails);
        assertThat(outbox.about(subject)).allMatch(mail -> mail.state() == MailFate.State.ACCEPTED);
    }

    @Test
    @Tag("N-5")
    void mailsAreMultipartInTheReadersLanguageWithInstitutionSupportAndReference() throws Exception {
        outbox.stage(new Letter(
                address, reader, Locale.ENGLISH, TestViews.TEMPLATE, subject, Map.of("title", "Bcc: x@y\r\nX: z")));
        jobs.runTasks();
        MimeMessage mail = TestMail.newest(address);
        assertThat(mail.getSubject()).isEqualTo("[PLI-2026-TEST] Test: Bcc: x@y X: z");
        assertThat(mail.getHeader("X")).isNull();
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContentLanguage()).containsExactly("en");
        assertThat(TestMail.text(mail))
                .contains("l'été")
                .contains("Open :")
                .contains("https://localhost:8443/messages/1")
                .contains("PLI-2026-TEST")
                .contains("A question? Support: 01 00 00 00 00")
                .doesNotContain("<p>");
        assertThat(TestMail.html(mail))
                .contains("lang=\"en\"")
                .contains("<p>l&#39;été</p>")
                .contains("href=\"https://localhost:8443/messages/1?token=\"")
                .doesNotContain("th:text");
    }

    private UUID stage(Map<String, String> refs) {
        return outbox.stage(new Letter(address, reader, Locale.FRENCH, TestViews.TEMPLATE, subject, refs));
    }

    private MailFate fate() {
        return outbox.about(subject).getLast();
    }

    private String refs() {
        return jdbc.sql("select refs from mail where subject = ?")
                .param(subject)
                .query(String.class)
                .single();
    }

    private List<String> facts() {
        return journal.read(JournalQuery.ofMessage(subject), null, 50).stream()
                .map(Entry::kind)
                .toList();
    }
}
