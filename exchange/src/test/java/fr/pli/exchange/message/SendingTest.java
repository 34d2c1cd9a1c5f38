package fr.pli.exchange.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.attachment.StoredFiles;
import fr.pli.exchange.attachment.Unscannable;
import fr.pli.exchange.attachment.Verdicts;
import fr.pli.exchange.mail.MailFate;
import fr.pli.exchange.mail.Outbox;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExchangeTest
class SendingTest {

    @Autowired
    Correspondence letters;

    @Autowired
    Messaging messaging;

    @Autowired
    Messages messages;

    @Autowired
    Drafts drafts;

    @Autowired
    StoredFiles files;

    @Autowired
    Verdicts verdicts;

    @Autowired
    HeardMessages heard;

    @Autowired
    Outbox outbox;

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
    @Tag("X-11")
    void theMessageLeavesByItselfWhenItsLastFileTurnsCleanWhileItWaits() {
        Person clerk = letters.clerk();
        Person partner = letters.partner();
        UUID message = letters.draft(clerk, partner);
        UUID first = letters.attached(clerk, message, "un.pdf");
        UUID second = letters.attached(clerk, message, "deux.pdf");
        verdicts.clean(first);

        messaging.send(clerk, message);
        assertThat(letters.state(message)).isEqualTo(MessageState.QUEUED);

        verdicts.clean(second);
        assertThat(letters.state(message)).isEqualTo(MessageState.SENT);
        assertThat(heard.sentOf(message)).hasSize(1);
    }

    @RepeatedTest(8)
    @Tag("X-11")
    void twoVerdictsThatCommitTogetherLetTheMessageLeaveOnce() throws Exception {
        Person clerk = letters.clerk();
        UUID message = letters.draft(clerk, letters.partner());
        UUID first = letters.attached(clerk, message, "un.pdf");
        UUID second = letters.attached(clerk, message, "deux.pdf");
        messaging.send(clerk, message);

        together(() -> verdicts.clean(first), () -> verdicts.clean(second));

        assertThat(letters.state(message)).isEqualTo(MessageState.SENT);
        assertThat(heard.sentOf(message)).hasSize(1);
        assertThat(letters.facts("message.sent", message)).isEqualTo(1);
    }

    @RepeatedTest(8)
    @Tag("X-11")
    void theMessageLeavesWhenSendIsPressedAsTheLastVerdictCommits() throws Exception {
        Person clerk = letters.clerk();
        UUID message = letters.draft(clerk, letters.partner());
        UUID file = letters.attached(clerk, message, "un.pdf");

        together(() -> verdicts.clean(file), () -> messaging.send(clerk, message));

        assertThat(letters.state(message)).isEqualTo(MessageState.SENT);
    }

    @Test
    @Tag("X-11")
    @Tag("U-5")
    void aFileRefusedWhileTheMessageWaitsTakesItBackToTheDraftsAndItsSenderIsTold() {
        Person clerk = letters.clerk();
        UUID message = letters.draft(clerk, letters.partner());
        UUID file = letters.attached(clerk, message, "dossier/virus.exe");
        messaging.send(clerk, message);

        verdicts.infected(file);

        Draft draft = drafts.get(clerk, message);
        assertThat(draft.state()).isEqualTo(MessageState.DRAFT);
        assertThat(draft.blocked()).isNotNull();
        assertThat(draft.blocked().refusal()).isEqualTo(MessageRefusal.FILE_INFECTED);
        assertThat(draft.blocked().file()).isEqualTo(file);
        assertThat(outbox.about(message)).extracting(MailFate::template).containsExactly("message-blocked");
        assertThat(letters.facts("message.blocked", message)).isEqualTo(1);
        assertThat(heard.sentOf(message)).isEmpty();

        messaging.remove(clerk, message, file);
        assertThat(drafts.get(clerk, message).blocked()).isNull();
        messaging.send(clerk, message);
        assertThat(letters.state(message)).isEqualTo(MessageState.SENT);
    }

    @Test
    @Tag("X-11")
    void aRefusedFileIsNamedWhenSendIsPressed() {
        Person clerk = letters.clerk();
        UUID message = letters.draft(clerk, letters.partner());
        verdicts.unscannable(letters.attached(clerk, message, "secret.zip"), Unscannable.ENCRYPTED);

        refuses(MessageRefusal.FILE_UNSCANNABLE, () -> messaging.send(clerk, message));
    }

    @Test
    @Tag("X-1")
    @Tag("X-4")
    @Tag("R-1")
    void aCommentAloneLeavesAtOnceWithAReferenceAndAnEndCountedFromItsAvailability() {
        Person clerk = letters.clerk();
        Person partner = letters.partner();
        UUID draft = letters.draft(clerk, partner);
        messaging.edit(clerk, draft, List.of(partner.email()), "Sujet", "Seulement un mot", 3);
        messaging.send(clerk, draft);

        Message sent = messages.find(draft).orElseThrow();
        assertThat(sent.state()).isEqualTo(MessageState.SENT);
        assertThat(sent.reference())
                .matches("PLI-20\\d\\d-[0-9A-HJKMNP-TV-Z]{4,}-\\d\\d")
                .satisfies(printed -> assertThat(References.valid(printed)).isTrue());
        assertThat(Duration.between(sent.availableAt(), sent.endsAt())).isEqualTo(Duration.ofHours(72));
        assertThat(letters.facts("message.sent", draft)).isEqualTo(1);
        assertThat(letters.facts("message.available", draft)).isEqualTo(1);
    }

    @Test
    @Tag("U-13")
    void theKeysOfItsFilesAreWrappedForTheEndOfTheMessage() {
        Person clerk = letters.clerk();
        UUID message = letters.draft(clerk, letters.partner());
        UUID file = letters.attached(clerk, message, "un.pdf");
        verdicts.clean(file);
        messaging.send(clerk, message);

        assertThat(files.find(file).orElseThrow().keptUntil())
                .isEqualTo(messages.find(message).orElseThrow().endsAt());
    }

    @Test
    @Tag("X-11")
    void sendingTwiceSendsOnce() throws Exception {
        Person clerk = letters.clerk();
        UUID message = letters.draft(clerk, letters.partner());

        together(() -> messaging.send(clerk, message), () -> messaging.send(clerk, message));
        messaging.send(clerk, message);

        assertThat(heard.sentOf(message)).hasSize(1);
    }

    @Test
    @Tag("X-11")
    void theSweepLetsLeaveWhatACrashLeftBehind() {
        Person clerk = letters.clerk();
        UUID message = letters.draft(clerk, letters.partner());
        UUID file = letters.attached(clerk, message, "un.pdf");
        messaging.send(clerk, message);
        verdictThatNobodyHeard(file);
        assertThat(letters.state(message)).isEqualTo(MessageState.QUEUED);

        jobs.sweep("message.queue");

        assertThat(letters.state(message)).isEqualTo(MessageState.SENT);
    }

    private void verdictThatNobodyHeard(UUID file) {
        jdbc.sql("update file set state = 'CLEAN', deliverable = true where id = :id")
                .param("id", file)
                .update();
    }

    @Test
    @Tag("X-2")
    void aRecipientSuspendedMeanwhileStopsTheSending() {
        Person clerk = letters.clerk();
        Person partner = letters.partner();
        UUID message = letters.draft(clerk, partner);
        UUID file = letters.attached(clerk, message, "un.pdf");
        messaging.send(clerk, message);
        letters.becomes(partner, PersonState.SUSPENDED);

        verdicts.clean(file);

        assertThat(drafts.get(clerk, message).blocked().refusal()).isEqualTo(MessageRefusal.RECIPIENT_UNKNOWN);
    }

    @Test
    @Tag("X-2")
    void unknownSuspendedAndHiddenRecipientsGetTheSameAnswerAndNothingIsKept() {
        Person partner = letters.partner();
        Person hidden = letters.partner();
        Person suspended = letters.person("Luc", "Arnaud", Profile.GREFFIER, PersonState.SUSPENDED);
        UUID draft = messaging.draft(partner, Origin.LETTER, Retention.days(15));
        for (String address : List.of("inconnu@exemple.org", hidden.email(), suspended.email())) {
            assertThatThrownBy(() -> messaging.edit(partner, draft, List.of(address), "Sujet", "Texte", 15))
                    .isInstanceOfSatisfying(RefusedException.class, refused -> {
                        assertThat(refused.refusal()).isEqualTo(MessageRefusal.RECIPIENT_UNKNOWN);
                        assertThat(refused.arguments()).containsExactly(address);
                    });
        }
        assertThat(drafts.get(partner, draft).subject()).isEmpty();
    }

    @Test
    @Tag("X-1")
    @Tag("X-4")
    void eachRuleOfSendingHasItsRefusal() {
        Person clerk = letters.clerk();
        Person partner = letters.partner();
        UUID draft = messaging.draft(clerk, Origin.LETTER, Retention.days(15));
        refuses(MessageRefusal.NO_RECIPIENT, () -> messaging.send(clerk, draft));
        messaging.edit(clerk, draft, List.of(partner.email()), " ", "Texte", 15);
        refuses(MessageRefusal.SUBJECT_REQUIRED, () -> messaging.send(clerk, draft));
        messaging.edit(clerk, draft, List.of(partner.email()), "Sujet", " ", 15);
        refuses(MessageRefusal.NO_CONTENT, () -> messaging.send(clerk, draft));
        for (int days : List.of(0, 16, -1)) {
            refuses(
                    MessageRefusal.LIFETIME,
                    () -> messaging.edit(clerk, draft, List.of(partner.email()), "Sujet", "Texte", days));
        }
        assertThat(letters.state(draft)).isEqualTo(MessageState.DRAFT);
    }

    @Test
    @Tag("X-11")
    void aQueuedSendingCanBeTakenBackAndIsNotChangedBefore() {
        Person clerk = letters.clerk();
        Person partner = letters.partner();
        UUID message = letters.draft(clerk, partner);
        letters.begun(clerk, message, "grand.zip", 1000);
        messaging.send(clerk, message);

        refuses(
                MessageRefusal.QUEUED,
                () -> messaging.edit(clerk, message, List.of(partner.email()), "Autre", "Texte", 15));
        refuses(MessageRefusal.QUEUED, () -> letters.begun(clerk, message, "encore.zip", 1000));

        messaging.recall(clerk, message);
        messaging.edit(clerk, message, List.of(partner.email()), "Autre", "Texte", 15);
        assertThat(drafts.get(clerk, message).subject()).isEqualTo("Autre");
    }

    @Test
    @Tag("X-8")
    void deletingTakesAccessAndFilesAtOnce() {
        Person clerk = letters.clerk();
        Person partner = letters.partner();
        UUID message = letters.draft(clerk, partner);
        UUID file = letters.attached(clerk, message, "un.pdf");
        verdicts.clean(file);
        messaging.send(clerk, message);
        assertThat(messages.readable(partner, message).subject()).isEqualTo("Pièces du dossier");

        messaging.delete(clerk, message);
        messaging.delete(clerk, message);

        refuses(MessageRefusal.UNKNOWN, () -> messages.readable(partner, message));
        assertThat(messages.decide(partner, messages.find(message).orElseThrow())
                        .reason())
                .isEqualTo("deleted");
        assertThat(heard.count(MessageDeleted.class, message)).isEqualTo(1);
        assertThat(wrappedKeys(file)).isZero();
    }

    private long wrappedKeys(UUID file) {
        return jdbc.sql("select count(*) from file where id = :id and wrapped_key is not null")
                .param("id", file)
                .query(Long.class)
                .single();
    }

    @Test
    @Tag("X-4")
    @Tag("U-13")
    void theClockEndsAMessageAndItsEndIsRecordedOnce() {
        Person clerk = letters.clerk();
        Person partner = letters.partner();
        UUID message = letters.draft(clerk, partner);
        UUID file = letters.attached(clerk, message, "un.pdf");
        verdicts.clean(file);
        messaging.send(clerk, message);
        messaging.expire(message);
        assertThat(letters.state(message)).isEqualTo(MessageState.SENT);

        clock.moveTo(messages.find(message).orElseThrow().endsAt());
        refuses(MessageRefusal.UNKNOWN, () -> messages.readable(partner, message));
        assertThat(messages.decide(clerk, messages.find(message).orElseThrow()).reason())
                .isEqualTo("expired");

        messaging.expire(message);
        messaging.expire(message);
        assertThat(letters.state(message)).isEqualTo(MessageState.EXPIRED);
        assertThat(heard.count(MessageExpired.class, message)).isEqualTo(1);
        assertThat(wrappedKeys(file)).isZero();
        assertThat(messages.sentBy(clerk, message).reference()).isNotNull();
    }

    @Test
    @Tag("X-7")
    void seenIsAFactOnceAndOnlyForARecipient() {
        Person clerk = letters.clerk();
        Person partner = letters.partner();
        UUID message = letters.sent(clerk, partner);
        messaging.seen(clerk, message);
        assertThat(letters.facts("message.seen", message)).isZero();

        messaging.seen(partner, message);
        messaging.seen(partner, message);

        assertThat(letters.facts("message.seen", message)).isEqualTo(1);
        assertThat(heard.count(MessageSeen.class, message)).isEqualTo(1);
        refuses(MessageRefusal.UNKNOWN, () -> messaging.seen(letters.partner(), message));
    }

    @Test
    @Tag("X-1")
    void somebodyElsesMessageAnswersLikeOneThatNeverWas() {
        Person clerk = letters.clerk();
        Person stranger = letters.clerk();
        UUID draft = letters.draft(clerk, letters.partner());
        for (UUID id : List.of(draft, UUID.randomUUID())) {
            refuses(MessageRefusal.UNKNOWN, () -> drafts.get(stranger, id));
            refuses(MessageRefusal.UNKNOWN, () -> messaging.send(stranger, id));
            refuses(MessageRefusal.UNKNOWN, () -> messaging.delete(stranger, id));
            refuses(MessageRefusal.UNKNOWN, () -> messaging.edit(stranger, id, List.of(), "", "", 1));
            refuses(MessageRefusal.UNKNOWN, () -> letters.begun(stranger, id, "un.pdf", 10));
            refuses(MessageRefusal.UNKNOWN, () -> messages.sentBy(stranger, id));
        }
    }

    static void refuses(MessageRefusal refusal, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(refusal));
    }

    /** Both at the same moment; what one of them throws is thrown. */
    private static void together(Runnable first, Runnable second) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running = List.of(first, second).stream()
                    .map(act -> threads.submit(() -> {
                        start.await();
                        act.run();
                        return null;
                    }))
                    .toList();
            for (var one : running) {
                one.get();
            }
        }
    }
}
