package fr.pli.exchange.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.attachment.Deposits;
import fr.pli.exchange.attachment.FileState;
import fr.pli.exchange.attachment.StoredFiles;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExchangeTest
class UploadsTest {

    @Autowired
    Uploads uploads;

    @Autowired
    UploadRows rows;

    @Autowired
    StoredFiles files;

    @Autowired
    Deposits deposits;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Person owner;

    @BeforeEach
    void somebody() {
        owner = person(deposits.owner());
    }

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    private static Person person(UUID id) {
        return new Person(
                id,
                id + "@exemple.fr",
                "Ada",
                "Dépose",
                id,
                "Organisation",
                Profile.PARTNER,
                PersonState.ACTIVE,
                Locale.FRENCH,
                ZoneOffset.UTC,
                id);
    }

    /** An upload that no draft shows: listeners of higher features are asked only when one is created. */
    private UUID begun(byte[] bytes, int sent) throws IOException {
        UUID id = files.create(owner.id(), bytes.length, clock.instant().plus(Duration.ofDays(30)));
        rows.insert(id, owner.id(), "", clock.instant());
        uploads.append(owner, id, 0, sent, null, new ByteArrayInputStream(bytes, 0, sent));
        return id;
    }

    @Test
    @Tag("U-12")
    void anUploadNobodyContinuesForSevenDaysIsRemoved() throws IOException {
        UUID id = begun(Deposits.random(1000), 500);

        clock.advance(Duration.ofDays(7).minusMinutes(1));
        jobs.sweep("abandoned-uploads");
        assertThat(files.find(id).orElseThrow().state()).isEqualTo(FileState.RECEIVING);

        clock.advance(Duration.ofMinutes(2));
        jobs.sweep("abandoned-uploads");
        assertThat(files.find(id).orElseThrow().state()).isEqualTo(FileState.ERASED);
        assertThatThrownBy(() -> uploads.resume(owner, id)).isInstanceOf(RefusedException.class);
        assertThat(deposits.facts("upload.abandoned", id)).isEqualTo(1);
    }

    @Test
    @Tag("U-12")
    void anUploadThatIsContinuedOrCompleteStays() throws IOException {
        byte[] bytes = Deposits.random(1000);
        UUID continued = begun(bytes, 500);
        UUID complete = begun(bytes, 1000);

        clock.advance(Duration.ofDays(6));
        uploads.resume(owner, continued);
        clock.advance(Duration.ofDays(6));
        jobs.sweep("abandoned-uploads");

        assertThat(files.find(continued).orElseThrow().state()).isEqualTo(FileState.RECEIVING);
        assertThat(files.find(complete).orElseThrow().state()).isNotEqualTo(FileState.ERASED);
    }

    @Test
    @Tag("X-3")
    void anUploadForADraftThatIsNotOnesOwnIsNotCreated() {
        long before = jdbc.sql("select count(*) from file").query(Long.class).single();
        var metadata = UploadMetadata.parse("filename " + Sender.base64("a.txt") + ",container "
                + Sender.base64(UUID.randomUUID().toString()));

        assertThatThrownBy(() -> uploads.create(owner, 10, metadata)).isInstanceOf(RefusedException.class);

        assertThat(jdbc.sql("select count(*) from file").query(Long.class).single())
                .isEqualTo(before);
    }
}
