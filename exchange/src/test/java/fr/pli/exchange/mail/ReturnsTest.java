package fr.pli.exchange.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.pli.exchange.journal.Entry;
import fr.pli.exchange.journal.JournalPages;
import fr.pli.exchange.journal.JournalQuery;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.SmtpFaults.Fault;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

@ExchangeTest
@Tag("X-8")
@Tag("N-1")
class ReturnsTest {

    private static final String BOX = "retours@exemple.fr";
    private static GreenMail server;

    @Autowired
    Outbox outbox;

    @Autowired
    Returns returns;

    @Autowired
    MailHealth health;

    @Autowired
    MailSettings settings;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JournalPages journal;

    final UUID subject = UUID.randomUUID();
    final UUID reader = UUID.randomUUID();
    final String address = "p+" + subject + "@exemple.fr";
    GreenMailUser box;

    @BeforeAll
    static void aMailServer() {
        ServerSetup imap = ServerSetup.IMAP.dynamicPort();
        ServerSetup pop = ServerSetup.POP3.dynamicPort();
        imap.setServerStartupTimeout(20_000);
        pop.setServerStartupTimeout(20_000);
        server = new GreenMail(new ServerSetup[] {imap, pop});
        server.start();
    }

    @AfterAll
    static void noMailServer() {
        server.stop();
    }

    @BeforeEach
    void anEmptyBox() throws FolderException {
        server.purgeEmailFromAllMailboxes();
        box = server.setUser(BOX, BOX, "secret");
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void aReportOfFailureReadByImapIsBoundToItsMailAndRemoved() throws Exception {
        UUID mail = sent();
        deliver(Dsn.about(mail, address));
        box(ReturnSettings.Protocol.IMAP).run();

        assertThat(fate().state()).isEqualTo(MailFate.State.BOUNCED);
        assertThat(fate().reply()).contains("550 5.1.1").contains(address);
        assertThat(fate().reason()).isEqualTo(MailReason.ADDRESS);
        assertThat(facts()).containsExactly("mail.bounced", "mail.accepted");
        assertThat(waiting()).isZero();
    }

    @Test
    void aReportOfFailureReadByPop3IsBoundToItsMailAndRemoved() throws Exception {
        UUID mail = sent();
        deliver(Dsn.about(mail, address).saying("5.2.2", "smtp; 552 5.2.2 mailbox full"));
        deliver("From: a@exemple.fr\r\nSubject: Absent\r\n\r\nJe reviens lundi.\r\n");
        MailHealth.Returned before = health.returned();
        box(ReturnSettings.Protocol.POP3).run();

        assertThat(fate().state()).isEqualTo(MailFate.State.BOUNCED);
        assertThat(fate().reason()).isEqualTo(MailReason.FULL);
        assertThat(waiting()).isZero();
        assertThat(health.returned().bound()).isEqualTo(before.bound() + 1);
        assertThat(health.returned().unknown()).isEqualTo(before.unknown() + 1);
        assertThat(health.undelivered(clock.instant().minus(Duration.ofHours(1)), 1000))
                .anyMatch(undelivered ->
                        undelivered.address().equals(address) && undelivered.reason() == MailReason.FULL);
    }

    @Test
    void aDelayIsNotAFailureAndADelayedMailMayArriveOrFail() throws Exception {
        UUID mail = sent();
        take(Dsn.about(mail, address).delayed());
        assertThat(fate().state()).isEqualTo(MailFate.State.DELAYED);
        assertThat(fate().reason()).isEqualTo(MailReason.NETWORK);
        take(Dsn.about(mail, address).delivered());
        assertThat(fate().state()).isEqualTo(MailFate.State.ACCEPTED);
        take(Dsn.about(mail, address).delayed());
        take(Dsn.about(mail, address));
        assertThat(fate().state()).isEqualTo(MailFate.State.BOUNCED);
        take(Dsn.about(mail, address).delayed());
        take(Dsn.about(mail, address).delivered());
        assertThat(fate().state()).as("a failure is final").isEqualTo(MailFate.State.BOUNCED);
        assertThat(facts())
                .containsExactly("mail.bounced", "mail.delayed", "mail.delivered", "mail.delayed", "mail.accepted");
    }

    @Test
    void theSameReportTwiceHasOneEffect() throws Exception {
        UUID mail = sent();
        for (int i = 0; i < 3; i++) {
            deliver(Dsn.about(mail, address));
        }
        box(ReturnSettings.Protocol.IMAP).run();
        deliver(Dsn.about(mail, address));
        box(ReturnSettings.Protocol.POP3).run();
        assertThat(facts()).containsExactly("mail.bounced", "mail.accepted");
    }

    @Test
    void aMailOfUnknownOutcomeThatComesBackIsNotSentAgain() throws Exception {
        TestMail.faults().script(address, Fault.CUT_AFTER_DATA);
        UUID mail = stage();
        jobs.runTasks();
        assertThat(fate().state()).isEqualTo(MailFate.State.DEFERRED);
        take(Dsn.about(mail, address));
        clock.advance(Duration.ofHours(2));
        jobs.runTasks();
        assertThat(fate().state()).isEqualTo(MailFate.State.BOUNCED);
        assertThat(TestMail.to(address)).hasSize(1);
    }

    @Test
    void aReportIsRecognisedByEnvelopeIdOrByTheTagOfTheAddressItCameTo() throws Exception {
        UUID first = sent();
        take(Dsn.about(first, address).quotingNothing().withEnvelopeId(first.toString()));
        assertThat(fate().state()).isEqualTo(MailFate.State.BOUNCED);
        UUID second = sent();
        take(Dsn.about(second, address).quotingNothing().arrivedAt("<retours+" + second + "@exemple.fr>"));
        assertThat(fate().state()).isEqualTo(MailFate.State.BOUNCED);
        UUID third = sent();
        take(Dsn.about(third, address).quotingNothing());
        assertThat(fate().state()).isEqualTo(MailFate.State.ACCEPTED);
    }

    @Test
    void aReportForgedForTheMailOfSomebodyElseChangesNothing() throws Exception {
        UUID mail = sent();
        take(Dsn.about(mail, "intrus@exemple.fr"));
        take(Dsn.about(mail, address).withEnvelopeId(UUID.randomUUID().toString()));
        take(Dsn.about(UUID.randomUUID(), address));
        take(Dsn.about(mail, address)
                .with("--frontiere\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <" + UUID.randomUUID()
                        + "@localhost>\r\n\r\n\r\n"));
        assertThat(fate().state()).isEqualTo(MailFate.State.ACCEPTED);
        assertThat(facts()).containsExactly("mail.accepted");
    }

    @Test
    void aReportInACharsetThatDoesNotExistIsReadAllTheSame() throws Exception {
        UUID mail = sent();
        take(Dsn.about(mail, address)
                .inCharset("x-nulle-part")
                .saying("5.7.1", "smtp; 550 5.7.1 refus\u00e9 \u0007<script>alert(1)</script>" + "x".repeat(2000)));
        assertThat(fate().state()).isEqualTo(MailFate.State.BOUNCED);
        assertThat(fate().reason()).isEqualTo(MailReason.POLICY);
        assertThat(fate().reply()).doesNotContain("\u0007").hasSizeLessThanOrEqualTo(300);
    }

    @Test
    void hugeNestedAndBrokenReportsDoNoHarmAndTheNextOneIsRead() throws Exception {
        UUID mail = sent();
        deliver(Dsn.about(mail, address).with("--frontiere\r\n\r\n" + "x".repeat(700_000) + "\r\n"));
        deliver(Dsn.about(mail, address).with("--frontiere\r\n\r\n".repeat(20_000)));
        String deep = "Content-Type: multipart/report; boundary=%1$d\r\n\r\n--%1$d\r\n";
        var nested = new StringBuilder("From: a@exemple.fr\r\n");
        for (int depth = 0; depth < 2_000; depth++) {
            nested.append(deep.formatted(depth));
        }
        deliver(nested.toString());
        deliver("Content-Type: multipart/report; boundary=\"\r\n\r\n\r\n");
        deliver("Content-Type: multipart/report\r\n\r\n");
        deliver("\r\n");
        assertThat(fate().state()).isEqualTo(MailFate.State.ACCEPTED);
        deliver(Dsn.about(mail, address).delayed());
        box(ReturnSettings.Protocol.IMAP).run();
        assertThat(fate().state()).isEqualTo(MailFate.State.DELAYED);
        assertThat(waiting()).isZero();
    }

    @Test
    void aFloodedMailboxIsWorkedOffInTurnsAndTheReportThatMattersIsFound() throws Exception {
        UUID mail = sent();
        MimeMessage forged = message(Dsn.about(UUID.randomUUID(), address).bytes());
        for (int i = 0; i < 100; i++) {
            box.deliver(forged);
        }
        deliver(Dsn.about(mail, address));
        ReturnBox reading = new ReturnBox(
                with(ReturnSettings.Protocol.POP3, "secret", server.getPop3().getPort()), settings, returns, 40);
        reading.run();
        assertThat(waiting()).isEqualTo(61);
        reading.run();
        reading.run();
        assertThat(waiting()).isZero();
        assertThat(fate().state()).isEqualTo(MailFate.State.BOUNCED);
    }

    @Test
    void tenThousandReportsAboutNothingOrTheSameMailLeaveOneFact() throws Exception {
        UUID mail = sent();
        byte[] same = Dsn.about(mail, address).bytes();
        for (int i = 0; i < 10_000; i++) {
            byte[] report =
                    i % 100 == 0 ? same : Dsn.about(UUID.randomUUID(), address).bytes();
            returns.take(ReturnText.read(report).stream().toList());
        }
        assertThat(facts()).containsExactly("mail.bounced", "mail.accepted");
    }

    @Test
    void aMailboxThatCannotBeReadIsAFailedRunAndNoneIsNoWork() {
        assertThatThrownBy(() -> new ReturnBox(
                                with(
                                        ReturnSettings.Protocol.IMAP,
                                        "wrong",
                                        server.getImap().getPort()),
                                settings,
                                returns)
                        .run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the mailbox of reports cannot be read");
        new ReturnBox(with(ReturnSettings.Protocol.NONE, "", 0), settings, returns).run();
    }

    private UUID sent() {
        UUID mail = stage();
        jobs.runTasks();
        assertThat(fate().state()).isEqualTo(MailFate.State.ACCEPTED);
        return mail;
    }

    private UUID stage() {
        return outbox.stage(new Letter(address, reader, Locale.FRENCH, TestViews.TEMPLATE, subject, Map.of()));
    }

    private void take(Dsn report) {
        returns.take(ReturnText.read(report.bytes()).stream().toList());
    }

    private void deliver(Dsn report) throws Exception {
        box.deliver(message(report.bytes()));
    }

    private void deliver(String text) throws Exception {
        box.deliver(message(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
    }

    private static MimeMessage message(byte[] raw) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
    }

    private long waiting() throws FolderException {
        return server.getManagers().getImapHostManager().getInbox(box).getMessageCount();
    }

    private ReturnBox box(ReturnSettings.Protocol protocol) {
        int port = protocol == ReturnSettings.Protocol.IMAP
                ? server.getImap().getPort()
                : server.getPop3().getPort();
        return new ReturnBox(with(protocol, "secret", port), settings, returns);
    }

    private static ReturnSettings with(ReturnSettings.Protocol protocol, String password, int port) {
        return new ReturnSettings(
                protocol, "127.0.0.1", port, BOX, password, "INBOX", DataSize.ofKilobytes(512), "", false, "");
    }

    private MailFate fate() {
        return outbox.about(subject).getLast();
    }

    private List<String> facts() {
        return journal.read(JournalQuery.ofMessage(subject), null, 50).stream()
                .map(Entry::kind)
                .toList();
    }
}
