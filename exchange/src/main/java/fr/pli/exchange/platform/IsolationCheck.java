package fr.pli.exchange.platform;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to start on connections that could lose an update silently (DESIGN, section 2 "Isolation"). */
@Component
class IsolationCheck implements SmartInitializingSingleton {

    private final JdbcClient jdbc;

    IsolationCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        check(
                jdbc.sql("select @@transaction_isolation").query(String.class).single(),
                jdbc.sql("select @@innodb_snapshot_isolation")
                        .query(Boolean.class)
                        .single());
    }

    static void check(String isolation, boolean snapshot) {
        if (!isolation.equals("READ-COMMITTED")) {
            throw new IllegalStateException("The database connections work under " + isolation
                    + "; Pli needs READ-COMMITTED (spring.datasource.hikari.transaction-isolation).");
        }
        if (!snapshot) {
            throw new IllegalStateException("innodb_snapshot_isolation is off on the database connections;"
                    + " Pli needs it on (spring.datasource.hikari.connection-init-sql, MariaDB 10.6.18 or later).");
        }
    }
}
