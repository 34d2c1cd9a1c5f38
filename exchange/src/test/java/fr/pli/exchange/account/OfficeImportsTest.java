package fr.pli.exchange.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.pli.exchange.account.OfficeImportPlan.Outcome;
import fr.pli.exchange.testing.ExchangeTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExchangeTest
@Tag("A-13")
@Tag("A-1")
class OfficeImportsTest {

    private static final String HEADER = "Adresse du bureau;Nom;Organisation;État du bureau;Adresse du membre\r\n";

    @Autowired
    OfficeImports imports;

    @Autowired
    Imports peoplesImports;

    @Autowired
    OfficeExport export;

    @Autowired
    Offices offices;

    @Autowired
    OfficeList list;

    @Autowired
    Directory directory;

    @Autowired
    Membership membership;

    @Autowired
    Somebody somebody;

    @Autowired
    JdbcClient jdbc;

    Person admin;
    Person anne;
    Person brice;
    String unique;
    String body;
    UUID office;

    @BeforeEach
    void anOfficeOfTwo() {
        admin = somebody.of(Profile.ADMINISTRATOR);
        anne = somebody.of(Profile.GREFFIER);
        brice = somebody.of(Profile.GREFFIER);
        unique = somebody.unique();
        body = anne.organisation();
        office = offices.create(admin, "Greffe " + unique, address("greffe"), body);
        offices.join(admin, office, anne.email());
        offices.join(admin, office, brice.email());
    }

    @Test
    void whatIsExportedIsImportedBackUnchangedInBothLanguages() {
        membership.suspend(brice.id(), admin.id());
        UUID empty = offices.create(admin, "=Équipe; \"vide\" " + unique, address("vide"), body);
        UUID closed = offices.create(admin, "Fermé " + unique, address("ferme"), body);
        offices.close(admin, closed);
        for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            var run = imports.give(admin, "export.csv", export.csv(admin, language));
            assertThat(run.plan().rows())
                    .extracting(OfficeImportPlan.Row::email)
                    .contains(address("greffe"), address("vide"), address("ferme"));
            assertThat(run.plan().rows()).allMatch(row -> row.outcome() == Outcome.SAME);
            assertThat(run.plan().doesSomething()).isFalse();
            assertThatThrownBy(() -> imports.confirm(admin, run.id()))
                    .extracting("refusal")
                    .isEqualTo(DirectoryRefusal.IMPORT_NOTHING_TO_DO);
        }
        assertThat(list.find(admin, empty)).isPresent();
    }

    @Test
    void anExportImportedAgainBringsBackWhatWasChangedInBetween() {
        byte[] before = lines(String.join("", exported()));
        offices.leave(admin, office, anne.id());
        offices.change(admin, office, version(), "Autre nom", address("greffe"), body);
        offices.close(admin, office);
        var run = imports.give(admin, "export.csv", before);
        assertThat(run.plan().rows())
                .extracting(OfficeImportPlan.Row::outcome)
                .containsExactlyInAnyOrder(Outcome.CHANGE, Outcome.JOIN, Outcome.SAME);
        assertThat(run.plan().rows().getFirst().changes()).containsExactly("name", "state");
        assertThat(imports.confirm(admin, run.id())).isEqualTo(new OfficeImports.Done(0, 1, 1, 0));
        assertThat(exported())
                .containsExactlyInAnyOrderElementsOf(new String(before, StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .map(line -> line + "\r\n")
                        .toList());
        assertThat(list.find(admin, office).orElseThrow().open()).isTrue();
    }

    @Test
    void theDryRunSaysWhatBecomesOfEachOfficeAndEachMemberAndNothingIsStored() {
        Person newcomer = somebody.of(Profile.MAGISTRAT);
        var run = give(line("greffe", "Greffe renommé", body, "", anne.email())
                + line("greffe", "Greffe renommé", body, "", newcomer.email())
                + line("neuf", "Neuf", "cour d'appel de RIOM", "fermé", ""));
        assertThat(run.plan().rows())
                .extracting(OfficeImportPlan.Row::outcome, OfficeImportPlan.Row::member)
                .containsExactly(
                        tuple(Outcome.CHANGE, ""),
                        tuple(Outcome.SAME, anne.email()),
                        tuple(Outcome.LEAVE, brice.email()),
                        tuple(Outcome.JOIN, newcomer.email()),
                        tuple(Outcome.CREATE, ""));
        assertThat(directory.findByEmail(address("neuf"))).isEmpty();
        assertThat(members()).containsExactlyInAnyOrder(anne.id(), brice.id());

        assertThat(imports.confirm(admin, run.id())).isEqualTo(new OfficeImports.Done(1, 1, 1, 1));
        assertThat(members()).containsExactlyInAnyOrder(anne.id(), newcomer.id());
        assertThat(list.find(admin, office).orElseThrow().name()).isEqualTo("Greffe renommé");
        Person made = directory.findByEmail(address("neuf")).orElseThrow();
        assertThat(made.profile()).isEqualTo(Profile.OFFICE);
        assertThat(list.find(admin, made.id()).orElseThrow().open()).isFalse();
        assertThat(facts(run.id())).containsExactly("directory.offices-imported");
        assertThat(facts(brice.id())).contains("office.member-removed");
        assertThatThrownBy(() -> imports.confirm(admin, run.id()))
                .extracting("refusal")
                .isEqualTo(DirectoryRefusal.NOT_FOUND);
    }

    @Test
    void oneRefusedLineRefusesTheFileAndSaysWhy() {
        Person departed = somebody.of(Profile.GREFFIER);
        membership.depart(departed.id(), admin.id());
        String good = line("neuf", "Neuf", body, "", anne.email());
        for (var wrong : List.of(
                new Wrong(line("neuf", "Neuf", body, "", "personne@nulle.part"), DirectoryRefusal.MEMBER_UNKNOWN),
                new Wrong(line("neuf", "Neuf", body, "", departed.email()), DirectoryRefusal.MEMBER_UNKNOWN),
                new Wrong(line("neuf", "Neuf", body, "", address("greffe")), DirectoryRefusal.MEMBER_UNKNOWN),
                new Wrong(line("neuf", "Neuf", body, "", anne.email()), DirectoryRefusal.LINE_TWICE),
                new Wrong(line("neuf", "Autre", body, "", brice.email()), DirectoryRefusal.OFFICE_TWICE),
                new Wrong(line("neuf", "Neuf", body, "fermé", brice.email()), DirectoryRefusal.OFFICE_TWICE),
                new Wrong(line("autre", "Autre", "Inconnue " + unique, "", ""), DirectoryRefusal.ORGANISATION_REQUIRED),
                new Wrong(line("autre", "", body, "", ""), DirectoryRefusal.OFFICE_NAME_REQUIRED),
                new Wrong(line("autre", "Autre", body, "entrouvert", ""), DirectoryRefusal.OFFICE_STATE_UNKNOWN),
                new Wrong("pas-une-adresse;Autre;" + body + ";;\r\n", DirectoryRefusal.ADDRESS_MALFORMED),
                new Wrong(anne.email() + ";Autre;" + body + ";;\r\n", DirectoryRefusal.ADDRESS_TAKEN),
                new Wrong("trop;peu\r\n", DirectoryRefusal.LINE_COLUMNS),
                new Wrong("\"ouvert;A;B;C;D\r\n", DirectoryRefusal.LINE_QUOTES))) {
            var run = give(good + wrong.line());
            assertThat(run.plan().rows().stream()
                            .flatMap(row -> row.flaw().stream())
                            .map(Flaw::refusal))
                    .as(wrong.line())
                    .containsExactly(wrong.why());
            assertThatThrownBy(() -> imports.confirm(admin, run.id()))
                    .as(wrong.line())
                    .extracting("refusal")
                    .isEqualTo(DirectoryRefusal.IMPORT_LINES_REFUSED);
        }
        assertThat(directory.findByEmail(address("neuf"))).isEmpty();
    }

    @Test
    void aConfirmationMeansWhatWasShownAndNothingElse() {
        var run = give(line("greffe", "Greffe " + unique, body, "", anne.email()));
        Person third = somebody.of(Profile.GREFFIER);
        offices.join(admin, office, third.email());
        assertThatThrownBy(() -> imports.confirm(admin, run.id()))
                .extracting("refusal")
                .isEqualTo(DirectoryRefusal.IMPORT_DIRECTORY_CHANGED);
        assertThat(members()).contains(brice.id(), third.id());
        assertThat(imports.show(admin, run.id()).plan().count(Outcome.LEAVE)).isEqualTo(2);
        assertThat(imports.confirm(admin, run.id()).left()).isEqualTo(2);
        assertThat(members()).containsExactly(anne.id());
    }

    @Test
    void onlyTheAdministratorWhoGaveAFileOfOfficesKnowsItAndAsNothingElse() {
        var run = give(line("greffe", "Autre", body, "", ""));
        Person other = somebody.of(Profile.ADMINISTRATOR);
        for (var act : List.<Runnable>of(
                () -> imports.show(other, run.id()),
                () -> imports.confirm(other, run.id()),
                () -> imports.discard(other, run.id()),
                () -> peoplesImports.show(admin, run.id()),
                () -> peoplesImports.confirm(admin, run.id()))) {
            assertThatThrownBy(act::run).extracting("refusal").isEqualTo(DirectoryRefusal.NOT_FOUND);
        }
        assertThatThrownBy(() -> imports.give(somebody.of(Profile.SUPPORT), "x", new byte[0]))
                .extracting("refusal")
                .isEqualTo(DirectoryRefusal.ADMINISTRATORS_ONLY);
        imports.discard(admin, run.id());
        assertThatThrownBy(() -> imports.show(admin, run.id()))
                .extracting("refusal")
                .isEqualTo(DirectoryRefusal.NOT_FOUND);
    }

    @Test
    void aFileWithoutTheColumnOfMembersWouldEmptyEveryOfficeAndIsRefused() {
        assertThatThrownBy(() -> imports.give(
                        admin,
                        "x",
                        "Adresse du bureau;Nom;Organisation\na@x.fr;A;B\n".getBytes(StandardCharsets.UTF_8)))
                .extracting("refusal")
                .isEqualTo(DirectoryRefusal.IMPORT_COLUMN_MISSING);
    }

    /** A line and why it is refused. */
    private record Wrong(String line, DirectoryRefusal why) {}

    private DryRun<OfficeImportPlan> give(String lines) {
        return imports.give(admin, "bureaux.csv", lines(lines));
    }

    private static byte[] lines(String lines) {
        return (HEADER + lines).getBytes(StandardCharsets.UTF_8);
    }

    private String address(String name) {
        return name + "-" + unique + "@bureau.exemple.fr";
    }

    private String line(String name, String title, String organisation, String state, String member) {
        return String.join(";", address(name), title, organisation, state, member) + "\r\n";
    }

    /** Lines of this test's office in an export, without what is there for people. */
    private List<String> exported() {
        return new String(export.csv(admin, Locale.FRENCH), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(address("greffe")))
                .map(line -> String.join(";", List.of(line.split(";")).subList(0, 5)) + "\r\n")
                .toList();
    }

    private long version() {
        return list.find(admin, office).orElseThrow().version();
    }

    private List<UUID> members() {
        return list.members(admin, office).stream()
                .map(member -> member.person().id())
                .toList();
    }

    private List<String> facts(UUID subject) {
        return jdbc.sql("select kind from event where subject = :id")
                .param("id", subject)
                .query(String.class)
                .list();
    }
}
