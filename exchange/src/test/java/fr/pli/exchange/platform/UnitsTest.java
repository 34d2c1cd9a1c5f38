package fr.pli.exchange.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.testing.ExchangeTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExchangeTest
class UnitsTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    @Tag("Q-2")
    void theDatabaseReadsCommittedRowsOnly() {
        assertThat(jdbc.sql("select @@transaction_isolation")
                        .query(String.class)
                        .single())
                .isEqualTo("READ-COMMITTED");
        assertThat(jdbc.sql("select @@innodb_snapshot_isolation")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
