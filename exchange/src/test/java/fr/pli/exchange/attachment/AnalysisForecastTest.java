package fr.pli.exchange.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.TestClock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExchangeTest
class AnalysisForecastTest {

    @Autowired
    AnalysisForecast forecast;

    @Autowired
    StoredFiles files;

    @Autowired
    Deposits deposits;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Tag("U-5")
    void aLargeFileIsToldWhenItsVerdictCanBeExpectedAndTheOneBehindItLater() throws Exception {
        jobs.sweep("attachment.scanner");
        UUID first = waiting(1_900_000_000L);
        UUID second = waiting(1_900_000_000L);

        Instant firstAt = forecast.of(files.find(first).orElseThrow()).orElseThrow();
        Instant secondAt = forecast.of(files.find(second).orElseThrow()).orElseThrow();

        assertThat(firstAt).isAfter(clock.instant());
        assertThat(secondAt).isAfter(firstAt);
        assertThat(forecast.of(files.find(waiting(1_000)).orElseThrow())).isEmpty();
        jdbc.sql("update file set state = 'ERASED' where id in (:first, :second)")
                .param("first", first)
                .param("second", second)
                .update();
    }

    /** As if its last byte had just come. */
    private UUID waiting(long length) {
        UUID id = deposits.announced(length);
        jdbc.sql("update file set state = :state, waiting_since = :now where id = :id")
                .param("state", length > 1_000 ? "WAITING" : "CLEAN")
                .param("now", clock.instant())
                .param("id", id)
                .update();
        clock.advance(java.time.Duration.ofMillis(5));
        return id;
    }
}
