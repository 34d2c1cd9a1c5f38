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
                // MariaDB before 11.1 knows the variable by its older name only.
                jdbc.sql("""
                        select variable_value from information_schema.session_variables
                        where variable_name in ('TRANSACTION_ISOLATION', 'TX_ISOLATION') limit 1
                        """).query(String.class).single(),
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
