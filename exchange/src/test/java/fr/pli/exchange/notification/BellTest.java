package fr.pli.exchange.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.receipt.Letters;
import fr.pli.exchange.testing.ExchangeTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExchangeTest
class BellTest {

    @Autowired
    Letters letters;

    @Autowired
    Bell bell;

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Tag("N-6")
    @Tag("Q-4")
    void countingAndListingReadTheirOwnRowsHoweverManyNoticesThereAre() {
        Person reader = letters.partner();
        Message message = letters.sent(letters.greffier(), List.of(reader), Map.of());
        jdbc.sql("""
                insert into notice (id, person, kind, message, at)
                with digit as (select 0 as n union all select 1 union all select 2 union all select 3 union all
                               select 4 union all select 5 union all select 6 union all select 7 union all
                               select 8 union all select 9)
                select uuid(), :reader, 'SEEN', :message, :at
                from digit a, digit b, digit c, digit d
                """)
                .param("reader", reader.id())
                .param("message", message.id())
                .param("at", message.availableAt())
                .update();
        assertThat(rowsRead(() -> bell.unread(reader.id(), Bell.Scope.ALL))).isLessThan(Bell.COUNTED + 20L);
        Bell.Page first = bell.list(reader, Bell.Scope.ALL, null, 25);
        assertThat(first.rows()).hasSize(25);
        assertThat(rowsRead(() -> bell.list(reader, Bell.Scope.ALL, null, 25))).isLessThan(250);
        assertThat(rowsRead(() -> bell.list(reader, Bell.Scope.ALL, first.next(), 25)))
                .isLessThan(250);
        assertThat(rowsRead(() -> bell.list(reader, Bell.Scope.LETTERS, null, 25)))
                .isLessThan(250);
        assertThat(rowsRead(() -> bell.unread(reader.id(), Bell.Scope.LETTERS))).isLessThan(3L * Bell.COUNTED);
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
}
