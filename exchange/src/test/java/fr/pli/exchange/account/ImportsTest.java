package fr.pli.exchange.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.ImportPlan.Outcome;
import fr.pli.exchange.mail.Outbox;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.TestClock;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExchangeTest
@Tag("A-1")
class ImportsTest {

    private static final String HEADER = "E-mail;Prénom;Nom;Organisation;Profil;Langue\r\n";

    @Autowired
    Imports imports;

    @Autowired
    ImportedInvitations invitations;

    @Autowired
    DirectoryUpkeep upkeep;

    @Autowired
    DirectoryExport export;

    @Autowired
    Directory directory;

    @Autowired
    Outbox outbox;

    @Autowired
    Somebody somebody;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    Person admin;
    String unique;

    @BeforeEach
    void anAdministrator() {
        admin = somebody.of(Profile.ADMINISTRATOR);
        unique = somebody.unique();
    }

    @Test
    void theDryRunSaysLineByLineWhatWouldHappenAndNothingIsStored() {
        Person same = somebody.of(Profile.PARTNER);
        Person changed = somebody.of(Profile.LAWYER);
        var run = give(line("a", "Zoé", "Lefèvre", "Nouvelle " + unique, "Avocat", "")
                + existing(same, same.lastName())
                + existing(changed, "Renommée")
                + line("b", "B", "B", "Nouvelle " + unique, "Roi", "")
                + "pas-une-adresse;A;B;C;Avocat;\r\n"
                + line("a", "Encore", "Elle", "Nouvelle " + unique, "Avocat", "")
                + "c@x.fr;trop;peu\r\n"
                + "\"d@x.fr;D;D;D;Avocat;\r\n"
                + line("e", "E", "E", "Nouvelle " + unique, "Avocat", "klingon"));
        assertThat(run.plan().lines())
                .extracting(ImportPlan.Line::outcome)
                .containsExactly(
                        Outcome.CREATE,
                        Outcome.SAME,
                        Outcome.CHANGE,
                        Outcome.REFUSED,
                        Outcome.REFUSED,
                        Outcome.REFUSED,
                        Outcome.REFUSED,
                        Outcome.REFUSED,
                        Outcome.REFUSED);
        assertThat(run.plan().lines().stream()
                        .flatMap(line -> line.flaw().stream())
                        .map(Flaw::refusal))
                .containsExactly(
                        DirectoryRefusal.PROFILE_UNKNOWN,
                        DirectoryRefusal.ADDRESS_MALFORMED,
                        DirectoryRefusal.LINE_TWICE,
                        DirectoryRefusal.LINE_COLUMNS,
                        DirectoryRefusal.LINE_QUOTES,
                        DirectoryRefusal.LANGUAGE_UNKNOWN);
        assertThat(run.plan().lines().get(2).changes()).containsExactly("lastName");
        assertThat(run.plan().lines().get(5).number()).isEqualTo(7);
        assertThat(run.plan().newOrganisations()).containsExactly("Nouvelle " + unique);
        assertThat(directory.findByEmail(address("a"))).isEmpty();
        assertThat(directory.find(changed.id())).contains(changed);
    }

    @Test
    void aConfirmationCreatesChangesAndInvitesAndLeavesRefusedLinesOut() {
        Person changed = somebody.of(Profile.LAWYER);
        var run = give(line("a", "Zoé", "Lefèvre", "cour d’appel de RIOM", "Greffier", "en")
                + existing(changed, "Renommée" + unique)
                + line("b", "B", "B", "X", "Roi", ""));
        Imports.Done done = imports.confirm(admin, run.id());

        assertThat(done).isEqualTo(new Imports.Done(1, 1));
        Person created = directory.findByEmail(address("a")).orElseThrow();
        assertThat(created.state()).isEqualTo(PersonState.INVITED);
        assertThat(created.language()).isEqualTo(Locale.ENGLISH);
        assertThat(created.organisation()).isEqualTo("Cour d'appel de Riom");
        assertThat(directory.find(changed.id()).orElseThrow().lastName()).isEqualTo("Renommée" + unique);
        assertThat(directory.complete(admin, "renommee" + unique, 5))
                .extracting(Person::id)
                .contains(changed.id());
        assertThat(directory.findByEmail(address("b"))).isEmpty();
        assertThat(facts(run.id())).containsExactly("directory.imported");
        assertThat(facts(created.id())).contains("person.added");

        while (invitations.run(run.id().toString()) != null) {
            // the next batch
        }
        assertThat(outbox.about(created.id())).hasSize(1);
        assertThatThrownBy(() -> imports.confirm(admin, run.id()))
                .extracting("refusal")
                .isEqualTo(DirectoryRefusal.NOT_FOUND);
    }

    @Test
    void windows1252IsRecognisedAndSaid() {
        var run = imports.give(
                admin,
                "C:\\Temp\\annuaire.csv",
                (HEADER + line("a", "Zoé", "Œuvré", "Barreau " + unique, "Avocat", ""))
                        .getBytes(Charset.forName("windows-1252")));
        assertThat(run.encoding()).isEqualTo("WINDOWS_1252");
        assertThat(run.fileName()).isEqualTo("annuaire.csv");
        imports.confirm(admin, run.id());
        assertThat(directory.findByEmail(address("a")).orElseThrow().lastName()).isEqualTo("Œuvré");
    }

    @Test
    void nothingIsImportedWhenTheDirectoryChangedSinceTheDryRunAndTheNewDryRunHolds() {
        var run = give(line("a", "A", "A", "Org " + unique, "Avocat", "")
                + line("b", "B", "B", "Org " + unique, "Avocat", ""));
        var faster = give(line("b", "Bis", "Bis", "Org " + unique, "Avocat", ""));
        imports.confirm(admin, faster.id());

        assertThatThrownBy(() -> imports.confirm(admin, run.id()))
                .extracting("refusal")
                .isEqualTo(DirectoryRefusal.IMPORT_DIRECTORY_CHANGED);
        assertThat(directory.findByEmail(address("a"))).isEmpty();

        assertThat(imports.show(admin, run.id()).plan().lines())
                .extracting(ImportPlan.Line::outcome)
                .containsExactly(Outcome.CREATE, Outcome.CHANGE);
        assertThat(imports.confirm(admin, run.id())).isEqualTo(new Imports.Done(1, 1));
    }

    @Test
    void ofTwoImportsAtOnceThatMeetOneIsWholeAndTheOtherIsNothing() throws Exception {
        var both = new ArrayList<DryRun<ImportPlan>>();
        for (int k = 0; k < 2; k++) {
            var text = new StringBuilder();
            for (int i = 0; i < 200; i++) {
                text.append(line("p" + (k * 100 + i), "P" + k, "Concurrent", "Org " + unique, "Avocat", ""));
            }
            both.add(give(text.toString()));
        }
        int refused = 0;
        try (var threads = Executors.newFixedThreadPool(2)) {
            var acts = both.stream()
                    .map(run -> (Callable<Imports.Done>) () -> imports.confirm(admin, run.id()))
                    .toList();
            for (var act : threads.invokeAll(acts)) {
                try {
                    act.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e.getCause()).extracting("refusal").isEqualTo(DirectoryRefusal.IMPORT_DIRECTORY_CHANGED);
                    refused++;
                }
            }
        }
        assertThat(refused).isEqualTo(1);
        assertThat(jdbc.sql("select distinct first_name from person where email like :these")
                        .param("these", "p%-" + unique + "@exemple.fr")
                        .query(String.class)
                        .list())
                .hasSize(1);
        assertThat(jdbc.sql("select count(*) from person where email like :these")
                        .param("these", "p%-" + unique + "@exemple.fr")
                        .query(Integer.class)
                        .single())
                .isEqualTo(200);
    }

    @Test
    void somebodyElsesImportIsUnknownAndADayOldOneIsForgotten() {
        var run = give(line("a", "A", "A", "Org " + unique, "Avocat", ""));
        Person other = somebody.of(Profile.ADMINISTRATOR);
        for (var act : List.<Runnable>of(
                () -> imports.show(other, run.id()),
                () -> imports.confirm(other, run.id()),
                () -> imports.discard(other, run.id()),
                () -> imports.show(admin, UUID.randomUUID()))) {
            assertThatThrownBy(act::run).extracting("refusal").isEqualTo(DirectoryRefusal.NOT_FOUND);
        }
        clock.advance(Duration.ofDays(1));
        try {
            assertThatThrownBy(() -> imports.confirm(admin, run.id()))
                    .extracting("refusal")
                    .isEqualTo(DirectoryRefusal.NOT_FOUND);
            upkeep.run();
            assertThat(jdbc.sql("select count(*) from directory_import where id = :id")
                            .param("id", run.id())
                            .query(Integer.class)
                            .single())
                    .isZero();
        } finally {
            clock.reset();
        }
    }

    @Test
    void onlyAdministratorsImportAndOnlyFilesWithinTheLimits() {
        assertThatThrownBy(() -> imports.give(somebody.of(Profile.SUPPORT), "x", new byte[0]))
                .extracting("refusal")
                .isEqualTo(DirectoryRefusal.ADMINISTRATORS_ONLY);
        assertThatThrownBy(() -> imports.give(admin, "x", new byte[9_000_000]))
                .extracting("refusal")
                .isEqualTo(DirectoryRefusal.IMPORT_TOO_LARGE);
        var nothing = give(line("a", "A", "A", "Org", "Roi", ""));
        assertThatThrownBy(() -> imports.confirm(admin, nothing.id()))
                .extracting("refusal")
                .isEqualTo(DirectoryRefusal.IMPORT_NOTHING_TO_DO);
    }

    @Test
    void whatIsExportedIsImportedBackUnchangedFormulasIncluded() {
        UUID body = somebody.organisation("=cmd|'/c calc'!A0 " + unique);
        somebody.named("+Anne", "@Poitou", body, Profile.LAWYER, PersonState.ACTIVE);
        somebody.named("'=1", "Zoé \"Z\"; la belle", body, Profile.PARTY, PersonState.SUSPENDED);
        for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            byte[] csv = export.csv(admin, new DirectoryList.Filter("", null, null, body), language);
            String text = new String(csv, StandardCharsets.UTF_8);
            assertThat(text)
                    .startsWith("\uFEFFE-mail;")
                    .contains("'+Anne")
                    .contains("'@Poitou")
                    .contains("''=1");
            assertThat(text.lines().skip(1).flatMap(line -> List.of(line.split(";")).stream()))
                    .noneMatch(cell -> cell.matches("^\"?[=+@\\-].*"));
            var run = imports.give(admin, "export.csv", csv);
            assertThat(run.plan().lines()).hasSize(2).allMatch(line -> line.outcome() == Outcome.SAME);
        }
    }

    @Test
    void twentyThousandLinesAreOneUnit() {
        var text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append(line("m" + i, "Prénom" + i, "Masse", "Barreau " + unique, "Avocat", ""));
        }
        var run = give(text.toString());
        assertThat(imports.confirm(admin, run.id()).created()).isEqualTo(20_000);
        jdbc.sql("delete from directory_invitation").update();
        assertThat(directory.complete(admin, "prenom19999 masse", 10))
                .as("a lawyer is offered once active")
                .isEmpty();
        assertThat(jdbc.sql("select count(*) from person where email like :these")
                        .param("these", "m%-" + unique + "@exemple.fr")
                        .query(Integer.class)
                        .single())
                .isEqualTo(20_000);
    }

    private DryRun<ImportPlan> give(String lines) {
        return imports.give(admin, "annuaire.csv", (HEADER + lines).getBytes(StandardCharsets.UTF_8));
    }

    private String address(String name) {
        return name + "-" + unique + "@exemple.fr";
    }

    private String line(String name, String first, String last, String organisation, String profile, String language) {
        return String.join(";", address(name), first, last, organisation, profile, language) + "\r\n";
    }

    private static String existing(Person person, String lastName) {
        return String.join(
                        ";",
                        person.email(),
                        person.firstName(),
                        lastName,
                        person.organisation(),
                        person.profile().name(),
                        "")
                + "\r\n";
    }

    private List<String> facts(UUID subject) {
        return jdbc.sql("select kind from event where subject = :id")
                .param("id", subject)
                .query(String.class)
                .list();
    }
}
