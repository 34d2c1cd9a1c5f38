package fr.pli.app.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.Plans;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Lists that stay fast: while every page and call is asked for by people who have thousands of everything, the database
 * tells how it means to answer each question. Plans, not the clock.
 */
@AppTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryListTest {

    private static final int MANY = 3000;

    /** A table this small may be read whole. */
    private static final int FEW = 400;

    /** What is asked of a list beside itself; routes that do not know one of them do not mind. */
    private static final List<String> ASKED = List.of(
            "",
            "?q=beaucoup",
            "?q=beaucoup+dossier7",
            "?sort=subject",
            "?sort=sender",
            "?sort=size&order=asc",
            "?filter=unread",
            "?filter=available",
            "?filter=expired",
            "?state=ACTIVE",
            "?profile=PARTNER");

    @Autowired
    Routes routes;

    @Autowired
    Estate estate;

    @Autowired
    Visitors visitors;

    @Autowired
    Jobs jobs;

    @Autowired
    Journal journal;

    @Autowired
    Units units;

    /** Whoever owns the tables may use the server's sequences of numbers, too. */
    private JdbcTemplate owner;

    @BeforeAll
    void fill(
            @Value("${pli.database.url}") String url,
            @Value("${pli.database.owner}") String name,
            @Value("${pli.database.owner-password}") String password) {
        owner = new JdbcTemplate(new DriverManagerDataSource(url, name, password));
        List<Person> owners = estate.owners();
        Person clerk = owners.get(0);
        Person partner = owners.get(1);
        var facts = new ArrayList<Fact>();
        for (int number = 0; number < MANY; number++) {
            facts.add(Fact.of("message.available").by(clerk.id()).about(partner.id()));
        }
        units.run(() -> journal.appendAll(facts));
        jobs.run();
        run(FILLING.replace("CLERK", clerk.id().toString())
                .replace("READER", partner.id().toString()));
    }

    @AfterAll
    void empty() {
        run(EMPTYING);
    }

    private void run(String statements) {
        for (String statement : statements
                .replace("MANY", String.valueOf(MANY))
                .replaceAll("ID\\((.)\\)", "concat('00000000-0000-7000-8000-$1', lpad(hex(seq), 11, '0'))")
                .split(";\n")) {
            owner.execute(statement);
        }
    }

    @Test
    @Timeout(180)
    @Tag("X-6")
    void noPageAndNoCallReadsOrSortsAWholeTable() {
        Set<String> slow = new TreeSet<>();
        Set<String> tables = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        for (Person person : estate.owners()) {
            Visitor visitor = visitors.signedIn(person);
            for (Route route : routes.all()) {
                if (route.reads() && (ofBoxes(route) || !seen.contains(route.pattern()))) {
                    for (Plans.Step step : plans(visitor, route, seen)) {
                        tables.add(step.table());
                        if (step.rows() > FEW && wasteful(step) && !whole(route, step)) {
                            slow.add(person.profile() + " " + route + " " + step);
                        }
                    }
                }
            }
        }
        assertThat(tables).as("tables that were asked").contains("recipient", "m", "p", "e", "mail", "notice");
        assertThat(slow).isEmpty();
    }

    /** What sender and recipient have much of; everything else is asked for by the first who may. */
    private static boolean ofBoxes(Route route) {
        return route.pattern().contains("/messages");
    }

    /** Of a route that answers; a list, which asks for so many rows and no more, is asked for in every way. */
    private List<Plans.Step> plans(Visitor visitor, Route route, Set<String> seen) {
        for (String path : paths(route)) {
            var status = new AtomicInteger();
            List<Plans.Step> plain = Plans.of(() -> status.set(visitor.get(path).statusCode()));
            if (status.get() == 200) {
                seen.add(route.pattern());
                var all = new ArrayList<>(plain);
                if (plain.stream().anyMatch(step -> step.sql().matches(".* order by .* limit .*"))) {
                    ASKED.forEach(asked -> all.addAll(Plans.of(() -> visitor.get(path + asked))));
                }
                return all;
            }
        }
        return List.of();
    }

    /** With the ids of the estate where the route has variables. */
    private List<String> paths(Route route) {
        return route.variables().isEmpty()
                ? List.of(route.pattern())
                : List.of(ids(route, "letter", "letter's file"), ids(route, "expertise", "folder"));
    }

    private String ids(Route route, String first, String others) {
        var values = new HashMap<String, String>();
        route.variables().forEach(name -> values.put(name, estate.best().get(values.isEmpty() ? first : others)));
        return route.path(values);
    }

    /** An export has everything in it; people, tens of thousands at most, and what has no number yet are counted. */
    private static boolean whole(Route route, Plans.Step step) {
        return route.pattern().contains("/export")
                || step.sql().startsWith("select count(*) from person ")
                || step.sql().equals("select count(*) from event_pending");
    }

    private static boolean wasteful(Plans.Step step) {
        String extra = step.extra() == null ? "" : step.extra();
        return !step.table().startsWith("<derived")
                && ("ALL".equals(step.type()) || extra.contains("filesort") || extra.contains("join buffer"));
    }

    private static final String FILLING = """
            insert into organisation (id, name, kind, version)
            select ID(a), concat('Beaucoup ', seq), 'BODY', 0 from seq_1_to_MANY;
            insert into person (id, version, email, first_name, last_name, organisation, profile, state, language,
                                time_zone, identity, created_at)
            select ID(b), 0, concat('beaucoup', seq, '@exemple.fr'), 'Zoé', concat('Zz', seq),
                   ID(a), if(seq % 10 = 0, 'OFFICE', 'PARTNER'), 'ACTIVE', 'fr', 'Europe/Paris',
                   ID(d), utc_timestamp(3) from seq_1_to_MANY;
            insert into person_token (token, person)
            select concat('nombreux', seq), ID(b) from seq_1_to_MANY;
            insert into message (id, version, reference, sender, origin_kind, subject, subject_key, comment, days, state,
                                 created_at, changed_at, queued_at, available_at, ends_at, file_count, byte_count)
            select ID(c), 0, if(seq % 20 = 0, null, concat('BEAUCOUP-', seq)), 'CLERK', 'letter',
                   concat('Beaucoup dossier', seq), concat('beaucoup dossier', seq), '', 15,
                   if(seq % 20 = 0, 'DRAFT', 'SENT'), utc_timestamp(3), utc_timestamp(3) - interval seq second,
                   if(seq % 20 = 0, null, utc_timestamp(3) - interval seq second),
                   if(seq % 20 = 0, null, utc_timestamp(3) - interval seq second),
                   if(seq % 20 = 0, null, utc_timestamp(3) + interval 10 day), 0, 0 from seq_1_to_MANY;
            insert into recipient (message, person, position, available_at, seen_at, subject_key, sender_key, bytes, ends_at)
            select ID(c), 'READER', 0,
                   if(seq % 20 = 0, null, utc_timestamp(3) - interval seq second),
                   if(seq % 2 = 0, null, utc_timestamp(3)), concat('beaucoup dossier', seq), 'clerc', 0,
                   if(seq % 20 = 0, null, utc_timestamp(3) + interval 10 day) from seq_1_to_MANY;
            insert into message_token (person, token, message)
            select person, token, message from (
              select 'CLERK' as person, 'beaucoup' as token, ID(c) as message from seq_1_to_MANY
              union all select 'CLERK', concat('dossier', seq), ID(c) from seq_1_to_MANY
              union all select 'READER', 'beaucoup', ID(c) from seq_1_to_MANY
              union all select 'READER', concat('dossier', seq), ID(c) from seq_1_to_MANY) words;
            insert into notice (id, person, kind, message, at)
            select ID(e), 'READER', 'NEW', ID(c), utc_timestamp(3)
            from seq_1_to_MANY;
            insert into mail (id, address, reader, language, template, subject, refs, message_id, state, created_at, changed_at)
            select ID(f), 'beaucoup@exemple.fr', 'READER', 'fr', 'new', ID(c),
                   '{}', concat('beaucoup', seq), 'ACCEPTED', utc_timestamp(3), utc_timestamp(3) from seq_1_to_MANY;
            analyze table organisation, person, person_token, message, recipient, message_token, notice, mail, event
            """;

    /** In the order in which things hang on each other. */
    private static final String EMPTYING = """
            delete from mail where address = 'beaucoup@exemple.fr';
            delete from notice where id in (select ID(e) from seq_1_to_MANY);
            delete from message_token where message in (select ID(c) from seq_1_to_MANY);
            delete from message where id in (select ID(c) from seq_1_to_MANY);
            delete from person where id in (select ID(b) from seq_1_to_MANY);
            delete from organisation where id in (select ID(a) from seq_1_to_MANY);
            analyze table organisation, person, person_token, message, recipient, message_token, notice, mail
            """;
}
