package fr.pli.exchange.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.testing.ExchangeTest;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@ExchangeTest
class UnitsTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Units units;

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

    @Test
    @Tag("Q-2")
    void anotherIsolationIsRefusedAtStartWithASentence() {
        assertThatThrownBy(() -> IsolationCheck.check("REPEATABLE-READ", true))
                .hasMessageContaining("needs READ-COMMITTED");
        assertThatThrownBy(() -> IsolationCheck.check("READ-COMMITTED", false))
                .hasMessageContaining("innodb_snapshot_isolation is off");
    }

    @Test
    @Tag("Q-5")
    void twoThreadsThatReadModifyWriteLoseNothing() throws Exception {
        String counter = counter();
        int each = 100;
        try (var threads = Executors.newFixedThreadPool(2)) {
            var barrier = new CyclicBarrier(2);
            for (var done : threads.invokeAll(java.util.Collections.nCopies(2, () -> {
                barrier.await();
                for (int i = 0; i < each; i++) {
                    units.run(() -> raise(counter));
                }
                return true;
            }))) {
                done.get();
            }
        }
        assertThat(value(counter)).isEqualTo(2 * each);
    }

    @Test
    @Tag("Q-5")
    void twoUnitsThatLockInOppositeOrderBothSucceed() throws Exception {
        String one = counter();
        String two = counter();
        var attempts = new AtomicInteger();
        var bothHoldTheirFirst = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var forward = threads.submit(() -> units.run(() -> cross(one, two, attempts, bothHoldTheirFirst)));
            var back = threads.submit(() -> units.run(() -> cross(two, one, attempts, bothHoldTheirFirst)));
            forward.get();
            back.get();
        }
        assertThat(attempts.get()).isEqualTo(3);
        assertThat(value(one)).isEqualTo(2);
        assertThat(value(two)).isEqualTo(2);
    }

    @Test
    @Tag("Q-5")
    void aUnitWhoseCommitFailedIsRunAgain() {
        String counter = counter();
        var attempts = new AtomicInteger();
        units.run(() -> {
            raise(counter);
            if (attempts.incrementAndGet() == 1) {
                failAtCommit();
            }
        });
        assertThat(attempts.get()).isEqualTo(2);
        assertThat(value(counter)).isEqualTo(1);
    }

    @Test
    void afterFiveAttemptsTheFailureIsToldAndAnyOtherAtOnce() {
        var attempts = new AtomicInteger();
        assertThatThrownBy(() -> units.run(() -> {
                    attempts.incrementAndGet();
                    throw new CannotAcquireLockException("planted");
                }))
                .isInstanceOf(CannotAcquireLockException.class);
        assertThat(attempts.get()).isEqualTo(5);

        assertThatThrownBy(() -> units.run(() -> {
                    attempts.incrementAndGet();
                    throw new IllegalArgumentException("planted");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(attempts.get()).isEqualTo(6);
    }

    /** As Galera does: the commit itself answers 1213. */
    private static void failAtCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                throw new org.springframework.transaction.TransactionSystemException(
                        "planted", new SQLException("Deadlock found when trying to get lock", "40001", 1213));
            }
        });
    }

    private void cross(String first, String second, AtomicInteger attempts, CyclicBarrier barrier) {
        int attempt = attempts.incrementAndGet();
        add(first);
        if (attempt <= 2) {
            meet(barrier);
        }
        add(second);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    /** Reads, then writes what it read plus one if it still stands there, as an aggregate with a version does. */
    private void raise(String counter) {
        long value = value(counter);
        int changed = jdbc.sql("update sweep_run set duration_ms = ? where name = ? and duration_ms = ?")
                .params(value + 1, counter, value)
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("somebody was faster");
        }
    }

    private void add(String counter) {
        jdbc.sql("update sweep_run set duration_ms = duration_ms + 1 where name = ?")
                .param(counter)
                .update();
    }

    private long value(String counter) {
        return jdbc.sql("select duration_ms from sweep_run where name = ?")
                .param(counter)
                .query(Long.class)
                .single();
    }

    private String counter() {
        String name = "test-" + UUID.randomUUID();
        jdbc.sql(
                        "insert into sweep_run (name, started_at, outcome, duration_ms) values (?, utc_timestamp(3), 'DONE', 0)")
                .param(name)
                .update();
        return name;
    }
}
