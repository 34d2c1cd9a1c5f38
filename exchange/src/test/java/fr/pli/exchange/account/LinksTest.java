package fr.pli.exchange.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Link.Purpose;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ExchangeTest
@Tag("A-3")
@Tag("A-5")
class LinksTest {

    @Autowired
    Links links;

    @Autowired
    Somebody somebody;

    @Autowired
    TestClock clock;

    @AfterEach
    void now() {
        clock.reset();
    }

    /** Two requests may have found the link alive before the first of them used it. */
    @Test
    void ofTwoUsesOfALinkFoundAliveOneSucceeds() {
        Link link = issued();
        assertThat(links.use(link)).isTrue();
        assertThat(links.use(link)).isFalse();
    }

    @Test
    void aLinkFoundAliveIsOfNoUseOnceItsTimeIsOverOrForAnotherPurpose() {
        Link link = issued();
        var other = new Link(link.hash(), Purpose.INVITATION, link.person(), link.expiresAt(), null);
        assertThat(links.use(other)).isFalse();
        clock.advance(Duration.ofDays(15));
        assertThat(links.use(link)).isFalse();
    }

    private Link issued() {
        String token = links.issue(Purpose.RESET, somebody.of(Profile.PARTNER).id(), Duration.ofDays(15));
        return links.find(token).orElseThrow();
    }
}
