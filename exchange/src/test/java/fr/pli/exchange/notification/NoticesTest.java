package fr.pli.exchange.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageState;
import fr.pli.exchange.message.Messaging;
import fr.pli.exchange.notification.Preferences.Notice;
import fr.pli.exchange.receipt.Announcements;
import fr.pli.exchange.receipt.Downloads;
import fr.pli.exchange.receipt.Letters;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ExchangeTest
class NoticesTest {

    private static final byte[] ORDER = "Ordonnance.".getBytes(StandardCharsets.UTF_8);
    private static final byte[] REPORT = "Rapport.".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Letters letters;

    @Autowired
    Preferences preferences;

    @Autowired
    Announcements announcements;

    @Autowired
    Messaging messaging;

    @Autowired
    Downloads downloads;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    private Person sender;
    private Person reader;

    @BeforeEach
    void twoPeople() {
        sender = letters.greffier();
        reader = letters.partner();
    }

    @AfterEach
    void timeGoesOnAsUsual() {
        clock.reset();
    }

    @Test
    @Tag("X-5")
    void theRecipientGetsALinkAndTheSenderAnAcknowledgementWithFingerprints() {
        Message message = sent();
        jobs.runTasks();

        MimeMessage received = TestMail.newest(reader.email());
        assertThat(TestMail.text(received))
                .contains("/messages/" + message.id(), "ordonnance.pdf", sender.name(), message.reference());
        assertThat(TestMail.html(received)).contains("ordonnance.pdf", "/messages/" + message.id());
        assertThat(TestMail.subject(received)).contains(message.reference(), "Pièces du dossier");

        MimeMessage acknowledged = TestMail.newest(sender.email());
        assertThat(TestMail.subject(acknowledged)).contains("Accusé de réception", message.reference());
        assertThat(TestMail.text(acknowledged))
                .contains(
                        Letters.sha256(ORDER),
                        Letters.sha256(REPORT),
                        reader.email(),
                        reader.name(),
                        "Pièces du dossier");
        assertThat(TestMail.html(acknowledged)).contains(Letters.sha256(ORDER), Letters.sha256(REPORT));
        assertThat(announcements.of(message.id()).get(reader.id()).state()).isEqualTo(Announcements.State.ACCEPTED);
    }

    @Test
    @Tag("X-8")
    @Tag("N-2")
    void whoDoesNotWantToBeToldIsNotAndTheSenderSeesIt() {
        preferences.replace(reader.id(), EnumSet.complementOf(EnumSet.of(Notice.RECEIVED)));
        Message message = sent();
        jobs.runTasks();
        assertThat(TestMail.to(reader.email())).isEmpty();
        assertThat(announcements.of(message.id()).get(reader.id()).state()).isEqualTo(Announcements.State.DECLINED);
        assertThat(letters.facts("notification.declined", message)).isEqualTo(1);
    }

    @Test
    @Tag("N-2")
    void everythingIsWantedUntilUntickedAndTheAcknowledgementAlways() {
        assertThat(preferences.of(sender.id())).isEqualTo(EnumSet.allOf(Notice.class));
        preferences.replace(sender.id(), Set.of());
        preferences.replace(sender.id(), Set.of(Notice.DELETED));
        assertThat(preferences.of(sender.id())).containsExactly(Notice.DELETED);
        Message message = sent();
        messaging.seen(reader, message.id());
        jobs.runTasks();
        assertThat(TestMail.to(sender.email())).hasSize(1);
        assertThat(TestMail.subject(TestMail.newest(sender.email()))).contains("Accusé de réception");
    }

    @Test
    @Tag("N-2")
    void theSenderIsToldOnceThatAMessageWasSeen() {
        Message message = sent();
        messaging.seen(reader, message.id());
        messaging.seen(reader, message.id());
        jobs.runTasks();
        assertThat(mails("Message vu")).hasSize(1);
        assertThat(TestMail.text(mails("Message vu").getFirst())).contains(reader.name());
    }

    @Test
    @Tag("N-3")
    void theDownloadsOfOnePersonMakeOneMailFiveMinutesAfterTheLast() throws IOException {
        Message message = sent();
        download(message, 0);
        clock.advance(Duration.ofMinutes(4));
        jobs.runTasks();
        download(message, 1);
        clock.advance(Duration.ofMinutes(4));
        jobs.runTasks();
        assertThat(mails("Téléchargement")).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        jobs.runTasks();
        assertThat(mails("Téléchargement")).hasSize(1);
        assertThat(TestMail.text(mails("Téléchargement").getFirst()))
                .contains("ordonnance.pdf", "rapport.pdf", reader.name(), "tous les fichiers");
        clock.advance(Duration.ofHours(2));
        jobs.runTasks();
        assertThat(mails("Téléchargement")).hasSize(1);
    }

    @Test
    @Tag("N-3")
    void aMailWaitsNoLongerThanAnHourAndALaterDownloadMakesAnother() throws IOException {
        Message message =
                letters.sent(sender, List.of(reader), Map.of("1", REPORT, "2", REPORT, "3", ORDER, "4", ORDER));
        download(message, 0);
        for (int file = 1; file < 3; file++) {
            for (int minutes = 0; minutes < 28; minutes += 4) {
                clock.advance(Duration.ofMinutes(4));
                jobs.runTasks();
                touch(message);
            }
            download(message, file);
        }
        clock.advance(Duration.ofMinutes(4));
        jobs.runTasks();
        assertThat(mails("Téléchargement")).isNotEmpty();
        int before = mails("Téléchargement").size();
        download(message, 3);
        clock.advance(Duration.ofMinutes(6));
        jobs.runTasks();
        assertThat(mails("Téléchargement")).hasSize(before + 1);
        assertThat(TestMail.text(mails("Téléchargement").getLast())).contains("tous les fichiers");
    }

    @Test
    @Tag("N-2")
    @Tag("X-8")
    void recipientsAreToldWhenTheSenderDeletes() {
        Message message = sent();
        messaging.delete(sender, message.id());
        jobs.runTasks();
        List<MimeMessage> all = TestMail.to(reader.email());
        assertThat(all).hasSize(1);
        assertThat(TestMail.subject(all.getFirst())).contains("Message supprimé");
        assertThat(TestMail.text(all.getFirst())).doesNotContain("/messages/" + message.id());
    }

    @Test
    @Tag("N-2")
    void twoWarningsLeaveBeforeTheEndToTheSenderAndToWhoHasNotDownloadedEverything() throws IOException {
        Person diligent = letters.partner();
        Message message = letters.sent(sender, List.of(reader, diligent), Map.of("ordonnance.pdf", ORDER));
        downloads
                .file(diligent, message.id(), message.attachments().getFirst().file())
                .handOver(0, ORDER.length, OutputStream.nullOutputStream());
        clock.moveTo(message.endsAt().minus(Duration.ofDays(3)).minusSeconds(60));
        jobs.runTasks();
        assertThat(mails("Fin de disponibilité")).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        jobs.runTasks();
        assertThat(mails("Fin de disponibilité")).hasSize(1);
        assertThat(TestMail.text(mails("Fin de disponibilité").getFirst())).contains(reader.name());
        assertThat(TestMail.text(mails("Fin de disponibilité").getFirst())).doesNotContain(diligent.name());
        assertThat(TestMail.text(TestMail.newest(reader.email()))).contains("Il vous reste à télécharger");
        assertThat(subjects(diligent)).noneMatch(subject -> subject.contains("Fin de disponibilité"));
        clock.moveTo(message.endsAt().minus(Duration.ofDays(1)).plusSeconds(60));
        jobs.runTasks();
        jobs.runTasks();
        assertThat(mails("Fin de disponibilité")).hasSize(2);
    }

    @Test
    @Tag("N-2")
    void aWarningTooSoonAfterSendingIsSkipped() {
        Message message = letters.sent(sender, List.of(reader), 1, Map.of("ordonnance.pdf", ORDER));
        clock.moveTo(message.endsAt().minusSeconds(10));
        jobs.runTasks();
        assertThat(mails("Fin de disponibilité")).isEmpty();
    }

    @Test
    @Tag("U-13")
    void atTheEndTheMessageExpiresAndItsKeysAreGone() {
        Message message = sent();
        clock.moveTo(message.endsAt().plusSeconds(1));
        jobs.runTasks();
        assertThat(letters.message(message).state()).isEqualTo(MessageState.EXPIRED);
        assertThat(letters.facts("message.expired", message)).isEqualTo(1);
    }

    @Test
    @Tag("U-13")
    void anEndThatNoTaskBroughtIsBroughtByTheSweep() {
        Message message = sent();
        clock.moveTo(message.endsAt().plusSeconds(1));
        jobs.sweep("expiry-overdue");
        assertThat(letters.message(message).state()).isEqualTo(MessageState.EXPIRED);
    }

    @Test
    @Tag("N-5")
    void mailsAreInTheReadersLanguage() {
        Person english = letters.english(letters.partner());
        letters.sent(sender, List.of(english), Map.of("order.pdf", ORDER));
        jobs.runTasks();
        assertThat(TestMail.subject(TestMail.newest(english.email()))).contains("New message");
        assertThat(TestMail.text(TestMail.newest(english.email()))).contains("Available until");
    }

    private Message sent() {
        return letters.sent(sender, List.of(reader), Map.of("ordonnance.pdf", ORDER, "rapport.pdf", REPORT));
    }

    private void download(Message message, int number) throws IOException {
        UUID file = message.attachments().get(number).file();
        downloads
                .file(reader, message.id(), file)
                .handOver(0, message.attachments().get(number).length(), OutputStream.nullOutputStream());
    }

    /** The reader takes a byte of something, so that it is still transferring. */
    private void touch(Message message) throws IOException {
        downloads
                .file(reader, message.id(), message.attachments().getLast().file())
                .handOver(0, 1, OutputStream.nullOutputStream());
    }

    private List<MimeMessage> mails(String subject) {
        return TestMail.to(sender.email()).stream()
                .filter(mail -> TestMail.subject(mail).contains(subject))
                .toList();
    }

    private static List<String> subjects(Person person) {
        return TestMail.to(person.email()).stream().map(TestMail::subject).toList();
    }
}
