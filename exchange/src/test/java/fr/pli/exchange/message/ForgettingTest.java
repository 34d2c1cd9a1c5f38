package fr.pli.exchange.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.Verdicts;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExchangeTest
class ForgettingTest {

    @Autowired
    List<Sweep> sweeps;

    @Autowired
    Correspondence letters;

    @Autowired
    Messaging messaging;

    @Autowired
    Messages messages;

    @Autowired
    Verdicts verdicts;

    @Autowired
    Journal journal;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    @Tag("Q-11")
    void whatIsLeftOfALetterIsRemovedTwelveMonthsAfterItsEndAndItsFactsStay() {
        Person clerk = letters.clerk();
        Person partner = letters.partner();
        UUID draft = letters.draft(clerk, partner);
        UUID file = letters.attached(clerk, draft, "pièce.pdf");
        verdicts.clean(file);
        messaging.send(clerk, draft);
        messaging.seen(partner, draft);
        UUID answer = letters.sent(partner, clerk);
        jdbc.sql("update message set answers = ?, thread = ? where id = ?")
                .params(draft, draft, answer)
                .update();
        clock.advance(Duration.ofDays(16));
        messaging.expire(draft);
        long facts = jdbc.sql("select count(*) from event where message = ?")
                .param(draft)
                .query(Long.class)
                .single();

        clock.advance(Duration.ofDays(360));
        forget();
        assertThat(messages.find(draft)).isPresent();
        clock.advance(Duration.ofDays(10));
        forget();
        assertThat(messages.find(draft)).isEmpty();
        assertThat(messages.find(answer)).isPresent();
        for (String table : hanging("message")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where message = ?")
                            .param(draft)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(jdbc.sql("select count(*) from message_token where message = ?")
                        .param(draft)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from event where message = ?")
                        .param(draft)
                        .query(Long.class)
                        .single())
                .isEqualTo(facts + 1);
    }

    @Test
    @Tag("Q-11")
    void everythingThatHangsOnAMessageGoesWithIt() {
        assertThat(jdbc.sql("""
                        select concat(table_name, '.', constraint_name) from information_schema.referential_constraints
                        where constraint_schema = database() and referenced_table_name = 'message'
                          and delete_rule not in ('CASCADE', 'SET NULL')
                        """).query(String.class).list()).isEmpty();
    }

    @Test
    @Tag("Q-11")
    void theJournalForgetsANameAfterTenYearsUnlessTheDirectoryStillHasIt() {
        UUID old = journal.identify("Ancienne Personne <ancienne@exemple.fr>");
        Person stays = letters.clerk();
        UUID current = journal.identify("Reste Ici <reste@exemple.fr>");
        jdbc.sql("update person set identity = ? where id = ?")
                .params(current, stays.id())
                .update();
        clock.advance(Duration.ofDays(3640));
        forget();
        assertThat(known(old)).isTrue();
        clock.advance(Duration.ofDays(20));
        forget();
        assertThat(known(old)).isFalse();
        assertThat(known(current)).isTrue();
    }

    private void forget() {
        sweeps.stream()
                .filter(sweep -> sweep.name().equals("privacy.forgetting"))
                .findFirst()
                .orElseThrow()
                .run();
    }

    private boolean known(UUID identity) {
        return jdbc.sql("select value is not null and salt is not null from journal_identity where ref = ?")
                .param(identity)
                .query(Boolean.class)
                .single();
    }

    /** Tables whose column of that name leads to a message. */
    private List<String> hanging(String column) {
        return jdbc.sql("""
                        select table_name from information_schema.key_column_usage
                        where table_schema = database() and referenced_table_name = 'message' and column_name = ?
                        """).param(column).query(String.class).list();
    }
}
