package fr.pli.exchange.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.testing.ExchangeTest;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every test of the application watches: a request that needs two connections stops a pool that is full of such. */
@ExchangeTest
class OneConnectionTest {

    @Autowired
    DataSource pool;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Tag("Q-4")
    void whoHoldsAConnectionGetsNoSecondOneInATest() throws Exception {
        try (var first = pool.getConnection()) {
            assertThat(first.isValid(1)).isTrue();
            assertThatThrownBy(pool::getConnection).hasMessageContaining("second connection");
        }
        assertThatThrownBy(() -> jdbc.sql("select 1")
                        .query((row, number) ->
                                jdbc.sql("select 2").query(Integer.class).single())
                        .list())
                .as("a question within the reading of an answer")
                .hasStackTraceContaining("second connection");
        assertThat(jdbc.sql("select 3").query(Integer.class).single()).isEqualTo(3);
    }
}
