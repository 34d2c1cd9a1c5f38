package fr.pli.exchange.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.receipt.Letters;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.People;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExchangeTest
@Tag("N-6")
class OtherNoticesTest {

    @Autowired
    Letters letters;

    @Autowired
    People people;

    @Autowired
    Notices notices;

    @Autowired
    Bell bell;

    @Autowired
    TestSubjects things;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aNoticeAboutSomethingElseStandsBetweenThoseAboutLettersWithItsNameAndItsPage() {
        Person reader = letters.partner();
        Person clerk = letters.greffier();
        UUID thing = UUID.randomUUID();
        Message message = letters.sent(clerk, List.of(reader), Map.of());
        notices.tell(reader, "test.moved", thing, clerk.id(), null, Map.of());

        List<NoticeRow> rows = bell.list(reader, Bell.Scope.ALL, null, 10).rows();
        assertThat(rows).extracting(NoticeRow::kind).containsExactly("test.moved", "RECEIVED");
        assertThat(rows).extracting(NoticeRow::page).containsExactly("/test/" + thing, "/messages/" + message.id());
        assertThat(rows.getFirst().subject()).isEqualTo("chose " + thing);
        assertThat(rows.getFirst().who()).isEqualTo(clerk.name());

        assertThat(bell.list(reader, Bell.Scope.LETTERS, null, 10).rows())
                .as("for who acts for them")
                .extracting(NoticeRow::kind)
                .containsExactly("RECEIVED");
        assertThat(bell.unread(reader.id(), Bell.Scope.LETTERS)).isEqualTo(1);

        notices.read(reader.id(), thing);
        assertThat(bell.unread(reader.id(), Bell.Scope.ALL)).isEqualTo(1);
    }

    @Test
    void whatItsReaderMayNotKnowAnyMoreHasNeitherNameNorPage() {
        Person reader = letters.partner();
        UUID thing = UUID.randomUUID();
        notices.tell(reader, "test.moved", thing, null, null, Map.of());
        things.hidden.add(thing);

        NoticeRow row = bell.list(reader, Bell.Scope.ALL, null, 10).rows().getFirst();
        assertThat(row.subject()).isEmpty();
        assertThat(row.page()).isNull();
    }

    @Test
    @Tag("N-1")
    void itsMailIsStagedWithTheFactAndSomebodySuspendedIsNotToldAtAll() {
        Person reader = letters.partner();
        Person suspended = people.who(Profile.PARTNER).active();
        people.suspend(suspended);
        UUID thing = UUID.randomUUID();
        notices.tell(reader, "test.moved", thing, null, "test", Map.of("said", "oui"));
        notices.tell(people.now(suspended), "test.moved", thing, null, "test", Map.of());

        assertThat(jdbc.sql("select address from mail where json_value(refs, '$.about') = ?")
                        .param(thing.toString())
                        .query(String.class)
                        .list())
                .containsExactly(reader.email());
        assertThat(bell.unread(suspended.id(), Bell.Scope.ALL)).isZero();
    }
}
