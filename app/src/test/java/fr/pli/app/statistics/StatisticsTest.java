package fr.pli.app.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.ApiTokens;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.receipt.Letters;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.expertise.statistics.CaseFigures;
import fr.pli.expertise.testing.Cases;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
@Tag("S-2")
class StatisticsTest {

    /** The day on which clocks go forward: 23 hours, which no other test comes near. */
    private static final LocalDate SHORT_DAY = LocalDate.of(2031, 3, 30);

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Letters letters;

    @Autowired
    Journal journal;

    @Autowired
    DayCount count;

    @Autowired
    Charts charts;

    @Autowired
    CaseCharts caseCharts;

    @Autowired
    Cases cases;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void now() {
        clock.reset();
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aDayIsCountedFromMidnightToMidnightInParisWhateverItsLength() {
        UUID twice = UUID.randomUUID();
        at("2031-03-29T23:00:00Z", "session.opened", twice);
        at("2031-03-30T21:59:00Z", "download.completed", null);
        at("2031-03-30T21:59:00Z", "mail.bounced", null);
        at("2031-03-30T12:00:00Z", "session.opened", twice);
        at("2031-03-30T12:00:00Z", "session.opened", UUID.randomUUID());
        at("2031-03-30T22:00:00Z", "download.completed", null);
        at("2031-03-30T22:00:00Z", "download.completed", null);
        var day = count.of(SHORT_DAY, Optional.of(7L));
        assertThat(day)
                .containsEntry(Figure.DOWNLOADS, 1L)
                .containsEntry(Figure.MAILS_BOUNCED, 1L)
                .containsEntry(Figure.MAILS_ACCEPTED, 0L)
                .containsEntry(Figure.SIGNED_IN, 2L)
                .containsEntry(Figure.STORED, 7L);
        assertThat(count.of(SHORT_DAY.plusDays(1), Optional.of(7L))).containsEntry(Figure.DOWNLOADS, 2L);
    }

    @Test
    void administratorsAndAuditorsSeeChartsWithATableBehindEachOthersDoNot() {
        jobs.sweep("statistics.days");
        jobs.sweep("statistics.days");
        for (Profile profile : new Profile[] {Profile.ADMINISTRATOR, Profile.AUDITOR}) {
            var page = visitors.signedIn(people.active(profile)).get("/statistics?period=year");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains(
                            "Messages envoyés",
                            "Sort des courriels",
                            "Attente du verdict antivirus",
                            "<svg",
                            "Tableau des valeurs")
                    .doesNotContain("style=", "Rien n&#39;a encore été compté", "??");
            assertThat(page.body().split("<svg class=\"chart\"", -1)).hasSize(9);
        }
        assertThat(visitors.signedIn(people.partner()).get("/statistics").statusCode())
                .isEqualTo(403);
        assertThat(visitors.signedIn(people.active(Profile.LAWYER))
                        .get("/statistics.csv")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitors.signedIn(people.clerk()).get("/api/v1/statistics").statusCode())
                .isEqualTo(403);
    }

    @Test
    @Tag("P-1")
    void theSameNumbersGoOutAsCsvAndToProgramsWithoutAnyPerson() {
        letters.sent(people.partner(), List.of(people.clerk()), Map.of());
        jobs.sweep("statistics.days");
        var person = people.administrator();
        String csv =
                visitors.signedIn(person).get("/statistics.csv?period=week").body();
        assertThat(csv.lines()).hasSize(8);
        assertThat(csv.lines().findFirst().orElseThrow())
                .startsWith("day;sendings;files;bytes;downloads;stored;signed_in");
        String today = csv.lines().reduce((a, b) -> b).orElseThrow();
        assertThat(Long.parseLong(today.split(";")[1])).isPositive();

        var program = visitors.withToken(
                tokens.create(person, "chiffres", List.of("state:read"), 1).clear());
        var answer = program.get("/api/v1/statistics?period=week");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"sendings\":" + today.split(";")[1], "\"next\":null")
                .doesNotContain(person.email(), person.lastName(), person.id().toString());
    }

    @Test
    void expertsAndCourtStaffSeeTheirOwnExpertisesWithATableBehindEachChart() {
        Cases.Case one = cases.open();
        for (Person person : List.of(one.expert(), one.greffier(), one.magistrat())) {
            Visitor reader = visitors.signedIn(person);
            var page = reader.get("/statistics?months=24");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains(
                            "Expertises par état",
                            "Durées par état",
                            "Documents publiés, par mois",
                            "De la création à la fin",
                            "Tableau des valeurs",
                            "href=\"/statistics\"")
                    .doesNotContain("style=", "??", "Courriels revenus");
            assertThat(page.body().split("<svg class=\"chart\"", -1)).hasSizeGreaterThanOrEqualTo(6);
            var csv = reader.get("/statistics.csv?months=12").body().lines().toList();
            assertThat(csv)
                    .startsWith("table;row;figure;value")
                    .contains("states;OPEN;expertises;1", "phases;OPEN;counted;1");
            assertThat(csv.stream().filter(line -> line.startsWith("months;"))).hasSize(12 * 5);
            assertThat(reader.get("/api/v1/statistics").statusCode()).isEqualTo(403);
        }
        assertThat(visitors.signedIn(people.active(Profile.EXPERT))
                        .get("/statistics")
                        .body())
                .contains("encore aucune expertise");
        assertThat(visitors.signedIn(one.lawyer(one.claimant()))
                        .get("/statistics")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @Tag("P-1")
    void aProgramReadsTheSameNumbersOfItsPersonsExpertises() {
        Cases.Case one = cases.open();
        var program = visitors.withToken(tokens.create(one.expert(), "chiffres", List.of("expertises:read"), 1)
                .clear());
        var answer = program.get("/api/v1/statistics/expertises?months=3");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("{\"state\":\"OPEN\",\"expertises\":1}", "\"meanDays\":0", "\"months\":[{\"month\":\"20");
        assertThat(program.get("/api/v1/statistics").statusCode()).isEqualTo(403);
        var other = visitors.withToken(tokens.create(people.partner(), "chiffres", List.of("expertises:read"), 1)
                .clear());
        assertThat(other.get("/api/v1/statistics/expertises").statusCode()).isEqualTo(403);
    }

    @Test
    void designationsAreAChartOnceThereIsSomethingToCount() {
        var figures = new CaseFigures(List.of(), List.of(), List.of(new CaseFigures.Answer("PENDING", 3)), List.of());
        LocaleContextHolder.setLocale(Locale.FRENCH);
        assertThat(caseCharts.of(figures))
                .filteredOn(chart -> chart.key().equals("answers"))
                .singleElement()
                .satisfies(
                        chart -> assertThat(chart.rows()).containsExactly(new Chart.Row("En attente", List.of("3"))));
        assertThat(CaseTable.lines(figures)).containsExactly(List.of("answers", "PENDING", "designations", "3"));
        var hostile = new CaseFigures(List.of(), List.of(), List.of(new CaseFigures.Answer("=cmd()", 3)), List.of());
        assertThat(CaseTable.lines(hostile).getFirst()).contains("'=cmd()");
    }

    @Test
    void eachCountReadsARangeOfAnIndex() {
        Instant from = Instant.parse("2031-01-01T00:00:00Z");
        Instant to = from.plusSeconds(86_400);
        for (String sql : List.of(
                DayCount.FACTS,
                DayCount.LETTERS,
                DayCount.SIGNED_IN,
                DayCount.ANALYSES,
                DayCount.ADDED_THAT_DAY,
                DayCount.ERASED_THAT_DAY,
                DailyFigures.RANGE)) {
            var plan = jdbc.sql("explain " + sql)
                    .param("kinds", List.of("message.available", "mail.accepted"))
                    .param("first", DayCount.lowest(from))
                    .param("end", DayCount.lowest(to))
                    .param("letter", "letter")
                    .param("from", sql.equals(DailyFigures.RANGE) ? SHORT_DAY : from)
                    .param("to", sql.equals(DailyFigures.RANGE) ? SHORT_DAY : to)
                    .query((row, number) -> row.getString("type") + " " + row.getString("key"))
                    .list();
            assertThat(plan).as(sql).allMatch(line -> line.matches("(range|ref|const) \\w+"));
        }
    }

    @Test
    void aChartHasRoomForItsHighestBarAndWritesUnits() {
        LocaleContextHolder.setLocale(Locale.FRENCH);
        Chart chart = charts.of(List.of(new Statistics.Span(
                        SHORT_DAY, SHORT_DAY, Map.of(Figure.BYTES, 3_700_000_000L, Figure.SENDINGS, 0L))))
                .get(2);
        assertThat(chart.ticks().getLast().written()).isEqualTo("4\u00a0Go");
        assertThat(chart.bars()).singleElement().satisfies(bar -> {
            assertThat(bar.y()).isBetween(14, 204);
            assertThat(bar.height()).isEqualTo(204 - bar.y());
        });
        assertThat(chart.rows()).singleElement().isEqualTo(new Chart.Row("30/03/2031", List.of("3,7\u00a0Go")));
    }

    private void at(String instant, String kind, UUID actor) {
        clock.moveTo(Instant.parse(instant).plusMillis(20));
        journal.append(Fact.of(kind).by(actor));
    }
}
