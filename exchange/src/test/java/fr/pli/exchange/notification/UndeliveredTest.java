package fr.pli.exchange.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.mail.MailFate;
import fr.pli.exchange.mail.MailReason;
import fr.pli.exchange.mail.Outbox;
import fr.pli.exchange.mail.Return;
import fr.pli.exchange.mail.Returns;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.receipt.Announcements;
import fr.pli.exchange.receipt.Letters;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.SmtpFaults.Fault;
import fr.pli.exchange.testing.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ExchangeTest
@Tag("X-8")
class UndeliveredTest {

    @Autowired
    Letters letters;

    @Autowired
    Announcements announcements;

    @Autowired
    Outbox outbox;

    @Autowired
    Returns returns;

    @Autowired
    Jobs jobs;

    private Person sender;
    private Person reader;

    @BeforeEach
    void twoPeople() {
        sender = letters.greffier();
        reader = letters.partner();
    }

    @Test
    void aBounceIsShownOnTheRightRecipientAndTheSenderIsToldOnceWithTheReasonAndWhatToDo() {
        Person other = letters.partner();
        Message message = letters.sent(sender, List.of(reader, other), Map.of("a.pdf", new byte[] {1}));
        jobs.runTasks();
        bounce(message, "550 5.1.1 no such user");
        bounce(message, "550 5.1.1 no such user");
        jobs.runTasks();

        Announcements.Told told = announcements.of(message.id()).get(reader.id());
        assertThat(told.state()).isEqualTo(Announcements.State.BOUNCED);
        assertThat(told.reason()).isEqualTo(MailReason.ADDRESS);
        assertThat(told.next()).isEqualTo("mail.next.ADDRESS");
        assertThat(announcements.of(message.id()).get(other.id()).state()).isEqualTo(Announcements.State.ACCEPTED);
        assertThat(letters.facts("mail.bounced", message)).isEqualTo(1);
        assertThat(notices()).hasSize(1);
        assertThat(TestMail.text(notices().getFirst()))
                .contains(
                        reader.name(),
                        "ne connaît pas cette adresse",
                        "corriger son adresse",
                        "/messages/" + message.id());
        assertThat(TestMail.html(notices().getFirst())).contains("corriger son adresse");
    }

    @Test
    void aRefusalOfOurOwnRelayIsToldToo() {
        TestMail.faults().script(reader.email(), Fault.REFUSED);
        Message message = letters.sent(sender, List.of(reader), Map.of("a.pdf", new byte[] {1}));
        jobs.runTasks();
        assertThat(announcements.of(message.id()).get(reader.id()).failed()).isTrue();
        assertThat(notices()).hasSize(1);
    }

    @Test
    void aDelayIsShownButNobodyIsWrittenTo() {
        Message message = letters.sent(sender, List.of(reader), Map.of("a.pdf", new byte[] {1}));
        jobs.runTasks();
        take(message, Return.Action.DELAYED, "4.4.1 timed out");
        jobs.runTasks();
        Announcements.Told told = announcements.of(message.id()).get(reader.id());
        assertThat(told.late()).isTrue();
        assertThat(told.next()).isEqualTo("mail.next.wait");
        assertThat(notices()).isEmpty();
    }

    private void bounce(Message message, String said) {
        take(message, Return.Action.FAILED, said);
    }

    private void take(Message message, Return.Action action, String said) {
        MailFate mail = outbox.about(message.id()).stream()
                .filter(fate -> reader.id().equals(fate.reader()))
                .findFirst()
                .orElseThrow();
        returns.take(Return.of("<" + mail.id() + "@localhost>", reader.email(), action.name(), "", said).stream()
                .toList());
    }

    private List<MimeMessage> notices() {
        return TestMail.to(sender.email()).stream()
                .filter(mail -> TestMail.subject(mail).contains("Avis non remis"))
                .toList();
    }
}
