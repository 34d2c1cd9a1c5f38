package fr.pli.expertise.folder;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.platform.Banner;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestMail;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.Cases.Case;
import fr.pli.expertise.testing.ExpertiseTest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is new for whom: ended by one's own download and by nothing else. */
@ExpertiseTest
class UnreadTest {

    @Autowired
    Cases cases;

    @Autowired
    Folders folders;

    @Autowired
    Filings filings;

    @Autowired
    Documents documents;

    @Autowired
    Unread unread;

    @Autowired
    Access access;

    @Autowired
    Jobs jobs;

    @Autowired
    ReadingBanner banner;

    @Autowired
    ReadingRows readings;

    @Autowired
    Clock clock;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private Case one;
    private Person lawyer;
    private Person other;
    private UUID dires;

    @BeforeEach
    void anOpenExpertise() {
        one = cases.open();
        lawyer = one.lawyer(one.claimant());
        other = one.lawyer(one.defendant());
        dires = folders.at(
                one.id(), FolderKind.PARTIE_DIRES_ET_ANNEXES, one.claimant().id());
    }

    @Test
    @Tag("E-6")
    void onesOwnDownloadEndsItAndNobodyElses() {
        List<Document> made = filings.deposited(lawyer, dires, "dire-1.pdf", "annexe.pdf");
        assertThat(count(one.expert())).isEqualTo(Map.of(dires, 2));
        assertThat(count(other)).isEqualTo(Map.of(dires, 2));
        assertThat(count(lawyer)).as("one's own deposit is no news").isEmpty();
        filings.download(one.expert(), made.getFirst());
        filings.download(one.expert(), made.getFirst());
        assertThat(count(one.expert())).isEqualTo(Map.of(dires, 1));
        assertThat(count(other)).isEqualTo(Map.of(dires, 2));
        documents.opened(one.expert(), made.getLast());
        assertThat(count(one.expert())).as("seen is not downloaded").isEqualTo(Map.of(dires, 1));
        filings.download(one.expert(), made.getLast());
        assertThat(count(one.expert())).isEmpty();
        filings.download(lawyer, made.getFirst());
        filings.deposited(lawyer, dires, "dire-2.pdf");
        assertThat(count(lawyer)).as("downloading one's own is counted once").isEmpty();
        assertThat(readings.counted(lawyer.id(), List.of(dires))).isEqualTo(Map.of(dires, 3));
        Document again = documents.find(made.getFirst().id()).orElseThrow();
        assertThat(readings.downloaded(one.expert().id(), again, clock.instant()))
                .as("a fact that is told twice is one")
                .isFalse();
        assertThat(readings.counted(one.expert().id(), List.of(dires))).isEqualTo(Map.of(dires, 2));
        assertThat(count(one.expert())).isEqualTo(Map.of(dires, 1));
    }

    @Test
    @Tag("E-6")
    @Tag("M-4")
    void whatMayNotBeReadIsNotCounted() {
        filings.deposited(one.expert(), folders.at(one.id(), FolderKind.EXPERT_VERS_MAGISTRAT, null), "pli.pdf");
        assertThat(count(lawyer)).isEmpty();
        assertThat(count(one.magistrat())).hasSize(1);
        filings.deposited(lawyer, dires, "dire-1.pdf");
        assertThat(count(other)).hasSize(1);
        one.become(ExpertiseState.PAUSED);
        boolean readable = access.sight(other.id(), dires).orElseThrow().whole();
        assertThat(count(other).isEmpty()).isEqualTo(!readable);
        one.leaves(other);
        assertThat(count(other)).isEmpty();
    }

    @Test
    @Tag("E-6")
    @Tag("X-7")
    void openingADocumentIsSeenOnceAndJournaledWithTheRole() {
        Document document = filings.one(lawyer, dires, "dire-1.pdf");
        for (int i = 0; i < 2; i++) {
            documents.opened(other, document);
            documents.opened(lawyer, document);
        }
        assertThat(filings.facts("document.seen", document.message())).isOne();
        assertThat(filings.details("document.seen", one.id())).contains("\"role\":\"AVOCAT\"");
        filings.download(other, document);
        assertThat(filings.facts("document.downloaded", document.message())).isOne();
    }

    @Test
    @Tag("E-6")
    void theNightlyComparisonFindsEveryNumberThatIsWrongAndNoOther() {
        List<Document> made = filings.deposited(lawyer, dires, "dire-1.pdf", "annexe.pdf");
        filings.download(one.expert(), made.getFirst());
        long before = differences();
        jobs.sweep("reading-comparison");
        assertThat(differences()).isEqualTo(before);
        jdbc.sql("update folder_reading set documents = documents + 1 where folder = ? and person = ?")
                .params(dires, one.expert().id())
                .update();
        jobs.sweep("reading-comparison");
        assertThat(differences()).isEqualTo(before + 1);
        assertThat(last()).contains("\"readings\":\"1\"", "\"folders\":\"0\"");
        jdbc.sql("delete from folder_reading where folder = ? and person = ?")
                .params(dires, one.expert().id())
                .update();
        jdbc.sql("update folder set documents = 7 where id = ?").param(dires).update();
        jobs.sweep("reading-comparison");
        assertThat(last()).contains("\"readings\":\"1\"", "\"folders\":\"1\"");
        jdbc.sql("insert into folder_reading (person, folder, documents) values (?, ?, 1)")
                .params(one.expert().id(), dires)
                .update();
        jdbc.sql("update folder set documents = 2 where id = ?").param(dires).update();
        jobs.sweep("reading-comparison");
        assertThat(differences()).isEqualTo(before + 2);
    }

    @Test
    @Tag("M-4")
    void whoCannotSignInHasNoFolderAndIsNobodysAudience() {
        Document document = filings.one(lawyer, dires, "dire-1.pdf");
        assertThat(access.readers(document)).extracting(Sight::person).contains(other.id());
        people.suspend(other);
        assertThat(access.sights(other.id(), one.id())).isEmpty();
        assertThat(access.readers(document)).extracting(Sight::person).doesNotContain(other.id());
        assertThat(access.audience(one.id())).extracting(Sight::person).doesNotContain(other.id());
        assertThat(count(other)).isEmpty();
    }

    @Test
    @Tag("E-6")
    @Tag("O-4")
    void administratorsAreToldOfWrongNumbersOnceAndUntilTheyAreRight() {
        Person administrator = people.active(Profile.ADMINISTRATOR);
        filings.deposited(lawyer, dires, "dire-1.pdf");
        jobs.sweep("reading-comparison");
        jobs.runTasks();
        assertThat(alarms(administrator)).isEmpty();
        int before = told(administrator);

        jdbc.sql("update folder set documents = 7 where id = ?").param(dires).update();
        jobs.sweep("reading-comparison");
        jobs.sweep("reading-comparison");
        jobs.runTasks();
        assertThat(alarms(administrator)).singleElement().satisfies(banner -> {
            assertThat(banner.code()).isEqualTo("folder.readings.compared");
            assertThat(banner.link()).startsWith("/admin/state");
        });
        assertThat(alarms(one.expert())).isEmpty();
        assertThat(told(administrator)).as("one mail for two nights").isEqualTo(before + 1);

        jdbc.sql("update folder set documents = 1 where id = ?").param(dires).update();
        jobs.sweep("reading-comparison");
        assertThat(alarms(administrator)).isEmpty();
    }

    private List<Banner> alarms(Person person) {
        return banner.banners(person.id(), person.profile().name());
    }

    private static int told(Person person) {
        return (int) TestMail.to(person.email()).stream()
                .filter(mail -> TestMail.subject(mail).contains("comptes de documents non téléchargés sont faux"))
                .count();
    }

    private Map<UUID, Integer> count(Person person) {
        return unread.of(person, List.of(one.id())).getOrDefault(one.id(), Map.of());
    }

    private long differences() {
        return jdbc.sql("select count(*) from event where kind = 'reading.compared'")
                .query(Long.class)
                .single();
    }

    private String last() {
        return jdbc.sql("select details from event where kind = 'reading.compared' order by id desc limit 1")
                .query(String.class)
                .single();
    }
}
