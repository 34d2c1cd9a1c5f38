package fr.pli.exchange.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.testing.Clamd;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.TestClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

@ExchangeTest
class ScannerWatchTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Test
    @Tag("U-6")
    @Tag("O-4")
    void itIsKnownSinceWhenClamdIsAwayAndThatItHasTheTestSetOnly() {
        try (var clamd = Clamd.with(Map.of())) {
            var settings = new ClamdSettings(
                    clamd.socket(),
                    clamd.configuration(),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    DataSize.ofMegabytes(100));
            var watch = new ScannerWatch(new ClamdCheck(new ClamdClient(settings), settings), jdbc, clock);

            watch.run();
            assertThat(watch.last()).hasValueSatisfying(seen -> {
                assertThat(seen.usable()).isTrue();
                assertThat(seen.engine()).startsWith("ClamAV ");
                assertThat(seen.official()).isFalse();
            });

            clamd.stop();
            var stopped = clock.instant();
            watch.run();
            clock.advance(Duration.ofMinutes(5));
            watch.run();
            assertThat(watch.last()).hasValueSatisfying(seen -> {
                assertThat(seen.trouble()).isEqualTo("unreachable");
                assertThat(seen.since()).isBetween(stopped, stopped.plusSeconds(30));
                assertThat(seen.engine()).startsWith("ClamAV ");
            });

            clamd.start();
            watch.run();
            assertThat(watch.last())
                    .hasValueSatisfying(seen -> assertThat(seen.usable()).isTrue());
        } finally {
            clock.reset();
        }
    }
}
