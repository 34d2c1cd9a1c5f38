package fr.pli.exchange.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.MergedEntries;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.receipt.Letters;
import fr.pli.exchange.receipt.Readings;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A letter that both entries of one person received (C-6), whichever of them is the older. */
@ExchangeTest
@Tag("C-6")
@Tag("X-6")
class MergedBoxTest {

    @Autowired
    Letters letters;

    @Autowired
    Boxes boxes;

    @Autowired
    OwnBox ownBox;

    @Autowired
    OwnEntries entries;

    @Autowired
    Readings readings;

    @Autowired
    MergedEntries merged;

    @Autowired
    People people;

    @Autowired
    Units units;

    @Autowired
    TestClock clock;

    private Person kept;
    private Person absorbed;

    @AfterEach
    void back() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itStandsOnceIsCountedOnceAndIsReadOnce(boolean keptIsOlder) {
        twoAccounts(keptIsOlder);
        Message both = letters.sent(people.partner(), List.of(absorbed, kept), Map.of());
        Person me = merged();
        assertThat(boxes.unread(me)).isEqualTo(1);
        assertThat(rows(me, BoxQuery.Filter.UNREAD)).hasSize(1);
        Person entry = entries.of(me, both.id());
        assertThat(entry.id()).isEqualTo(me.id());
        readings.open(entry, both.id());
        assertThat(boxes.unread(me)).isZero();
        assertThat(rows(me, BoxQuery.Filter.UNREAD)).isEmpty();
        assertThat(rows(me, BoxQuery.Filter.ALL)).singleElement().satisfies(row -> assertThat(row.unread())
                .isFalse());
        clock.advance(Duration.ofDays(14).plusHours(1));
        assertThat(boxes.endingSoon(me)).isEqualTo(1);
        ownBox.remove(entry, both.id());
        assertThat(rows(me, BoxQuery.Filter.ALL)).as("taken out of the box").isEmpty();
        assertThat(boxes.endingSoon(me)).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void lettersToOneOfThemAreAllCounted(boolean keptIsOlder) {
        twoAccounts(keptIsOlder);
        Person partner = people.partner();
        letters.sent(partner, List.of(kept), Map.of());
        letters.sent(partner, List.of(absorbed), Map.of());
        Person me = merged();
        assertThat(boxes.unread(me)).isEqualTo(2);
        assertThat(rows(me, BoxQuery.Filter.ALL)).hasSize(2);
    }

    private List<BoxRow> rows(Person owner, BoxQuery.Filter filter) {
        return boxes.inbox(owner, new BoxQuery(List.of(), BoxQuery.Order.DATE, true, filter, null, 25))
                .rows();
    }

    private void twoAccounts(boolean keptIsOlder) {
        Person first = people.clerk();
        Person second = people.clerk();
        kept = keptIsOlder ? first : second;
        absorbed = keptIsOlder ? second : first;
    }

    private Person merged() {
        units.run(() -> merged.point(absorbed.id(), kept.id()));
        return people.now(kept);
    }
}
