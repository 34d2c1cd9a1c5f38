package fr.pli.exchange.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Folding;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExchangeTest
class BoxTest {

    private static final int MANY = 5000;

    @Autowired
    Correspondence letters;

    @Autowired
    Messaging messaging;

    @Autowired
    Boxes boxes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Units units;

    @Autowired
    TestClock clock;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    @Tag("X-6")
    void aMessageStandsInBothBoxesWithWhatAListShows() {
        Person clerk = letters.clerk();
        Person partner = letters.partner();
        UUID message = letters.sent(clerk, partner, letters.partner());

        BoxRow received = boxes.inbox(partner, BoxQuery.newest()).rows().getFirst();
        assertThat(received.id()).isEqualTo(message);
        assertThat(received.unread()).isTrue();
        assertThat(received.people()).extracting(Person::id).containsExactly(clerk.id());
        BoxRow sent = boxes.sent(clerk, BoxQuery.newest()).rows().getFirst();
        assertThat(sent.people()).hasSize(2);
        assertThat(sent.subject()).isEqualTo("Pièces du dossier");
        assertThat(boxes.unread(partner)).isEqualTo(1);

        messaging.seen(partner, message);
        assertThat(boxes.unread(partner)).isZero();
        assertThat(boxes.inbox(partner, asked(BoxQuery.Filter.UNREAD)).rows()).isEmpty();
    }

    @Test
    @Tag("X-8")
    void aDeletedMessageLeavesTheInboxAndStaysInWhatWasSent() {
        Person clerk = letters.clerk();
        Person partner = letters.partner();
        UUID message = letters.sent(clerk, partner);
        messaging.delete(clerk, message);

        assertThat(boxes.inbox(partner, BoxQuery.newest()).rows()).isEmpty();
        assertThat(boxes.inbox(partner, searched("pieces")).rows()).isEmpty();
        assertThat(boxes.unread(partner)).isZero();
        assertThat(boxes.sent(clerk, asked(BoxQuery.Filter.DELETED)).rows())
                .extracting(BoxRow::state)
                .containsExactly(MessageState.DELETED);
    }

    @Test
    @Tag("X-6")
    void availableAndExpiredAreToldApartByTheClock() {
        Person clerk = letters.clerk();
        Person partner = letters.partner();
        letters.sent(clerk, partner);
        assertThat(boxes.inbox(partner, asked(BoxQuery.Filter.AVAILABLE)).rows())
                .hasSize(1);

        clock.advance(Duration.ofDays(14).plusHours(1));
        assertThat(boxes.endingSoon(partner)).isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        assertThat(boxes.inbox(partner, asked(BoxQuery.Filter.AVAILABLE)).rows())
                .isEmpty();
        assertThat(boxes.inbox(partner, asked(BoxQuery.Filter.EXPIRED)).rows()).hasSize(1);
        assertThat(boxes.sent(clerk, asked(BoxQuery.Filter.EXPIRED)).rows()).hasSize(1);
        assertThat(boxes.unread(partner)).isZero();
    }

    @Test
    @Tag("X-6")
    void wordsOfTheSubjectOfNamesAndOfFilesFindAMessageWithoutAccentsOrCase() {
        Person clerk = letters.clerk();
        Person partner = letters.partner();
        UUID message = letters.draft(clerk, partner);
        letters.begun(clerk, message, "Scellés/échographie_2026.pdf", 10);
        jdbc.sql("update file set state = 'CLEAN', deliverable = true where owner = :owner")
                .param("owner", clerk.id())
                .update();
        messaging.send(clerk, message);
        letters.sent(clerk, partner);

        for (String typed : List.of("ECHOGRAPHIE", "scelles 2026", "pièces écho", "morel echo")) {
            assertThat(boxes.inbox(partner, searched(typed)).rows())
                    .as(typed)
                    .extracting(BoxRow::id)
                    .containsExactly(message);
            assertThat(boxes.sent(clerk, searched(typed)).rows())
                    .as(typed)
                    .extracting(BoxRow::id)
                    .containsExactly(message);
        }
        assertThat(boxes.inbox(partner, searched("dossier")).rows()).hasSize(2);
        assertThat(boxes.inbox(letters.partner(), searched("dossier")).rows()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(BoxQuery.Order.class)
    @Tag("X-6")
    void pagesFollowEachOtherWithoutGapOrRepetition(BoxQuery.Order order) {
        Person partner = letters.partner();
        fill(partner, 60);
        for (boolean descending : new boolean[] {true, false}) {
            List<UUID> seen = new ArrayList<>();
            String after = null;
            do {
                BoxPage page = boxes.inbox(
                        partner, new BoxQuery(List.of(), order, descending, BoxQuery.Filter.ALL, after, 25));
                page.rows().forEach(row -> seen.add(row.id()));
                after = page.next();
            } while (after != null);
            assertThat(seen).hasSize(60).doesNotHaveDuplicates();
        }
    }

    @Test
    @Tag("X-6")
    @Tag("Q-4")
    void aPageReadsItsOwnRowsHoweverFullTheBoxIs() {
        Person partner = letters.partner();
        fill(partner, MANY);
        List<BoxQuery> asked = new ArrayList<>();
        for (BoxQuery.Order order : BoxQuery.Order.values()) {
            asked.add(new BoxQuery(List.of(), order, true, BoxQuery.Filter.ALL, null, 25));
        }
        asked.add(searched("commun"));
        asked.add(searched("unique4321"));
        asked.add(asked(BoxQuery.Filter.UNREAD));
        String deep = boxes.inbox(
                        partner, new BoxQuery(List.of(), BoxQuery.Order.DATE, true, BoxQuery.Filter.ALL, null, 200))
                .next();
        asked.add(new BoxQuery(List.of(), BoxQuery.Order.DATE, true, BoxQuery.Filter.ALL, deep, 25));
        for (BoxQuery query : asked) {
            assertThat(rowsRead(() -> boxes.inbox(partner, query)))
                    .as(query.toString())
                    .isLessThan(2500);
        }
        assertThat(rowsRead(() -> boxes.inbox(partner, BoxQuery.newest()))).isLessThan(150);
        assertThat(rowsRead(() -> boxes.unread(partner))).isLessThan(Boxes.COUNTED + 50L);
    }

    /** What the storage engine handed over, by its own counters. */
    private long rowsRead(Runnable reading) {
        return units.call(() -> {
            long before = handled();
            reading.run();
            return handled() - before;
        });
    }

    private long handled() {
        return jdbc.sql("""
                        select sum(variable_value) from information_schema.session_status
                        where variable_name in ('HANDLER_READ_KEY', 'HANDLER_READ_NEXT', 'HANDLER_READ_PREV',
                                                'HANDLER_READ_RND', 'HANDLER_READ_RND_NEXT', 'HANDLER_READ_FIRST')
                        """).query(Long.class).single();
    }

    /** A box with that many messages, of one subject in seven. */
    private void fill(Person owner, int count) {
        Person sender = letters.clerk();
        jdbc.sql("""
                        insert into message (id, version, reference, sender, origin_kind, subject, subject_key, comment, days,
                                             state, created_at, changed_at, available_at, ends_at)
                        with digit as (select 0 as n union all select 1 union all select 2 union all select 3 union all
                                       select 4 union all select 5 union all select 6 union all select 7 union all
                                       select 8 union all select 9)
                        select uuid(), 0, null, :sender, 'letter', concat('Commun ', seq % 7), concat('commun ', seq % 7),
                               '', 15, 'SENT', :now, :now, :now - interval seq second, :now + interval 1 day
                        from (select a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 1 as seq
                              from digit a, digit b, digit c, digit d) numbers
                        where seq <= :count
                        """)
                .param("sender", sender.id())
                .param("now", clock.instant())
                .param("count", count)
                .update();
        jdbc.sql("""
                        insert into recipient (message, person, position, available_at, subject_key, sender_key, bytes, ends_at)
                        select id, :owner, 0, available_at, subject_key, 'morel claire', 0, ends_at
                        from message where sender = :sender
                        """).param("owner", owner.id()).param("sender", sender.id()).update();
        jdbc.sql("""
                        insert into message_token (person, token, message)
                        select :owner, 'commun', id from message where sender = :sender
                        union all
                        select :owner, concat('unique', row_number() over (order by id)), id from message
                        where sender = :sender
                        """).param("owner", owner.id()).param("sender", sender.id()).update();
    }

    private static BoxQuery asked(BoxQuery.Filter filter) {
        return new BoxQuery(List.of(), BoxQuery.Order.DATE, true, filter, null, 25);
    }

    private static BoxQuery searched(String typed) {
        return new BoxQuery(Folding.words(typed), BoxQuery.Order.DATE, true, BoxQuery.Filter.ALL, null, 25);
    }
}
