package fr.pli.exchange.message;

import static fr.pli.exchange.message.SendingTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.FileState;
import fr.pli.exchange.attachment.StoredFiles;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.upload.Uploads;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ExchangeTest
class DraftTest {

    @Autowired
    Correspondence letters;

    @Autowired
    Messaging messaging;

    @Autowired
    Drafts drafts;

    @Autowired
    Uploads uploads;

    @Autowired
    StoredFiles files;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    @Tag("X-10")
    void anUnfinishedDraftSaysWhichFilesAreMissingAndHowMuch() {
        Person clerk = letters.clerk();
        UUID draft = letters.draft(clerk, letters.partner());
        letters.attached(clerk, draft, "arrivé.pdf");
        UUID missing = letters.begun(clerk, draft, "dossier/grand.zip", 812_000_000);

        DraftRow row = drafts.unfinished(clerk).getFirst();
        assertThat(row.id()).isEqualTo(draft);
        assertThat(row.files()).isEqualTo(2);
        assertThat(row.receiving()).isEqualTo(1);
        assertThat(row.waiting()).isEqualTo(1);
        assertThat(row.missing()).isEqualTo(812_000_000);

        Draft shown = drafts.get(clerk, draft);
        assertThat(shown.receiving()).extracting(Draft.File::id).containsExactly(missing);
        assertThat(shown.files()).extracting(Draft.File::path).containsExactly("arrivé.pdf", "dossier/grand.zip");
    }

    @Test
    @Tag("X-10")
    void anotherFileOfTheSameNameIsRefusedByItsFingerprint() {
        Person clerk = letters.clerk();
        UUID draft = letters.draft(clerk, letters.partner());
        UUID file = letters.begun(clerk, draft, "grand.zip", 1000);
        messaging.claim(clerk, draft, file, "a".repeat(64));
        messaging.claim(clerk, draft, file, "a".repeat(64));

        refuses(MessageRefusal.OTHER_FILE, () -> messaging.claim(clerk, draft, file, "b".repeat(64)));
        refuses(MessageRefusal.SAME_NAME, () -> letters.begun(clerk, draft, "grand.zip", 1000));
        assertThat(files.find(file).orElseThrow().claimedSha256()).isEqualTo("a".repeat(64));
    }

    @Test
    @Tag("X-3")
    void numberAndSizeAreCountedBeforeAByteTravels() {
        Person clerk = letters.clerk();
        UUID draft = letters.draft(clerk, letters.partner());
        for (int i = 0; i < 5; i++) {
            letters.begun(clerk, draft, "partie-" + i, 2_000_000_000L);
        }
        refuses(MessageRefusal.TOO_LARGE, () -> letters.begun(clerk, draft, "de-trop", 1));
    }

    @Test
    @Tag("X-10")
    void aFileTakenOffADraftIsErased() {
        Person clerk = letters.clerk();
        UUID draft = letters.draft(clerk, letters.partner());
        UUID kept = letters.attached(clerk, draft, "un.pdf");
        UUID removed = letters.begun(clerk, draft, "deux.pdf", 1000);

        messaging.remove(clerk, draft, removed);

        assertThat(drafts.get(clerk, draft).files()).extracting(Draft.File::id).containsExactly(kept);
        assertThat(files.find(removed).orElseThrow().state()).isEqualTo(FileState.ERASED);
        refuses(MessageRefusal.FILE_UNKNOWN, () -> messaging.remove(clerk, draft, removed));
    }

    @Test
    @Tag("X-11")
    void anUploadEndedWhileTheMessageWaitsTakesItBackToTheDrafts() {
        Person clerk = letters.clerk();
        UUID message = letters.draft(clerk, letters.partner());
        UUID file = letters.begun(clerk, message, "grand.zip", 1000);
        messaging.send(clerk, message);

        uploads.terminate(clerk, file);

        Draft draft = drafts.get(clerk, message);
        assertThat(draft.state()).isEqualTo(MessageState.DRAFT);
        assertThat(draft.files()).isEmpty();
        assertThat(draft.blocked().refusal()).isEqualTo(MessageRefusal.FILE_ABANDONED);
    }

    @Test
    @Tag("X-10")
    void aDraftLivesAWeekAfterItsLastChangeAndItsKeysWithIt() {
        Person clerk = letters.clerk();
        Person partner = letters.partner();
        UUID draft = letters.draft(clerk, partner);
        UUID file = letters.attached(clerk, draft, "un.pdf");

        clock.advance(Duration.ofDays(6));
        messaging.edit(clerk, draft, List.of(partner.email()), "Toujours là", "", 15);
        assertThat(files.find(file).orElseThrow().keptUntil())
                .isAfter(clock.instant().plus(Duration.ofDays(7)));

        clock.advance(Duration.ofDays(6));
        jobs.sweep("message.drafts");
        assertThat(drafts.get(clerk, draft).subject()).isEqualTo("Toujours là");

        clock.advance(Duration.ofDays(2));
        jobs.sweep("message.drafts");
        refuses(MessageRefusal.UNKNOWN, () -> drafts.get(clerk, draft));
        assertThat(files.find(file).orElseThrow().state()).isEqualTo(FileState.ERASED);
        assertThat(drafts.unfinished(clerk)).isEmpty();
    }

    @Test
    @Tag("X-10")
    void aDraftThatSaysNothingIsNotListed() {
        Person clerk = letters.clerk();
        messaging.draft(clerk, Origin.LETTER, Retention.days(15));
        assertThat(drafts.unfinished(clerk)).isEmpty();
    }
}
